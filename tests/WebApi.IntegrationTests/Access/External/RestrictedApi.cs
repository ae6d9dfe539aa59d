namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>Only addresses of two domains may sign in with Google.</summary>
public sealed class RestrictedApi : ExternalApi
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Restrictions =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Auth:External:AllowedDomains"] = " Staff.Test, other.test " };
}
