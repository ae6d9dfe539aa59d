namespace CleanApi.Application.Common.Security;

/// <summary>For every caller who has signed in, whatever their role.</summary>
/// <param name="why">The reason.</param>
public sealed class AuthenticatedOnlyAttribute(string why) : RequestAccessAttribute
{
    /// <summary>What a program is told that sends an API key where a person is needed.</summary>
    public const string PersonNeeded = "A person has to be signed in for this";

    /// <summary>The reason.</summary>
    public string Why { get; } = why;

    /// <summary>
    /// Also for programs that send an API key. Without it, a person has to be signed in: no permission is asked for here, so no scope could keep a key away.
    /// </summary>
    public bool ForApiKeys { get; init; }
}
