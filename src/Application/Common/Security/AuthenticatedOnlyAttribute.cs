namespace CleanApi.Application.Common.Security;

/// <summary>Allows every authenticated user, whatever their role.</summary>
/// <param name="why">The reason.</param>
public sealed class AuthenticatedOnlyAttribute(string why) : RequestAccessAttribute
{
    /// <summary>The message for an API key where a user session is required.</summary>
    public const string PersonRequired = "A person has to be signed in for this";

    /// <summary>The reason.</summary>
    public string Why { get; } = why;

    /// <summary>
    /// Allows API keys too. By default a user session is required: without a permission, no scope could restrict a key.
    /// </summary>
    public bool ForApiKeys { get; init; }
}
