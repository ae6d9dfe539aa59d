namespace CleanApi.Infrastructure.Access;

/// <summary>The settings of one provider.</summary>
/// <param name="Name">In lower case; stands in paths.</param>
/// <param name="DisplayName">As people know it.</param>
/// <param name="Kind">How it is spoken to.</param>
/// <param name="ClientId">Who this service is there.</param>
/// <param name="ClientSecret">What proves it.</param>
/// <param name="Authority">The issuer, whose discovery document is read; for GitHub, the issuer under which identities are kept.</param>
/// <param name="Scopes">What is asked for.</param>
/// <param name="Extras">Further parameters of the authorization request.</param>
/// <param name="Endpoints">Where GitHub's endpoints are; null for OpenID Connect, where the provider says.</param>
/// <param name="AllowedDomains">The domains whose addresses may sign in; null: all.</param>
/// <param name="ProvidesHostedDomain">Whether its ID tokens say which organization an account belongs to, as Google's do.</param>
internal sealed record ProviderOptions(
    string Name,
    string DisplayName,
    ProviderKind Kind,
    string ClientId,
    string ClientSecret,
    string Authority,
    string Scopes,
    IReadOnlyDictionary<string, string> Extras,
    OAuthEndpoints? Endpoints,
    IReadOnlySet<string>? AllowedDomains,
    bool ProvidesHostedDomain)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{nameof(ProviderOptions)} {Name}";
}
