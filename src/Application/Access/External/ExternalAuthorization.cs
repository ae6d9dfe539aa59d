namespace CleanApi.Application.Access;

/// <summary>The redirect to a provider.</summary>
/// <param name="Url">The authorization request.</param>
/// <param name="BrowserSecret">The secret for the browser's cookie, which binds the state to the browser.</param>
/// <param name="Lifetime">How long the state is valid.</param>
public sealed record ExternalAuthorization(Uri Url, string BrowserSecret, TimeSpan Lifetime)
{
    /// <summary>Without the secrets, which must not reach a log.</summary>
    public override string ToString() => nameof(ExternalAuthorization);
}
