namespace CleanApi.Infrastructure.Access;

/// <summary>How a provider is spoken to.</summary>
internal enum ProviderKind
{
    /// <summary>OpenID Connect with discovery.</summary>
    OpenIdConnect,

    /// <summary>OAuth 2.0 and GitHub's API: there is no ID token.</summary>
    GitHub,
}
