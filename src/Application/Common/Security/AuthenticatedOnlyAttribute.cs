namespace CleanApi.Application.Common.Security;

/// <summary>For every authenticated caller, whatever their role.</summary>
/// <param name="why">The reason.</param>
public sealed class AuthenticatedOnlyAttribute(string why) : RequestAccessAttribute
{
    /// <summary>The message for an API key where a person has to be signed in.</summary>
    public const string PersonRequired = "A person has to be signed in for this";

    /// <summary>The reason.</summary>
    public string Why { get; } = why;

    /// <summary>
    /// Also for programs that send an API key. Without it, a person has to be signed in: no permission is asked for here, so no scope could keep a key away.
    /// </summary>
    public bool ForApiKeys { get; init; }
}
