namespace CleanApi.Domain.Webhooks;

/// <summary>Names one event (<c>user.created.v1</c>), those that begin alike (<c>user.*</c>), or all (<c>*</c>).</summary>
public static class EventTypeFilter
{
    /// <summary>Matches every event.</summary>
    public const string All = "*";

    /// <summary>Characters at most.</summary>
    public const int MaxLength = 100;
}
