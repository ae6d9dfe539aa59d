namespace CleanApi.Application.Common.Behaviours;

/// <summary>Tells the request that came from outside from those that it sends itself. Scoped.</summary>
internal sealed class OutermostRequest
{
    /// <summary>Whether one is under way.</summary>
    public bool IsOpen { get; set; }
}
