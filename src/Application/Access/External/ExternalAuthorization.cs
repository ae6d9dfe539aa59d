namespace CleanApi.Application.Access;

/// <summary>How a sign-in at a provider begins.</summary>
/// <param name="Url">Where to send the browser.</param>
/// <param name="BrowserSecret">What the browser keeps in a cookie, and brings back.</param>
/// <param name="Lifetime">How long there is to come back.</param>
public sealed record ExternalAuthorization(Uri Url, string BrowserSecret, TimeSpan Lifetime)
{
    /// <summary>Without its secrets: whoever reads a log must not be able to use them.</summary>
    public override string ToString() => nameof(ExternalAuthorization);
}
