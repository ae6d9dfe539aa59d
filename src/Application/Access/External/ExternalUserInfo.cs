using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The verified claims of a provider about a user.</summary>
/// <param name="Issuer">The provider's issuer identifier.</param>
/// <param name="Subject">The user's identifier at the issuer.</param>
/// <param name="VerifiedEmail">The email address, if the provider has verified it; null otherwise.</param>
/// <param name="Name">The display name; null when the provider returns none.</param>
/// <param name="HostedDomain">The domain of the organization that the account belongs to (Google's <c>hd</c>); null for a private one.</param>
public sealed record ExternalUserInfo(string Issuer, string Subject, EmailAddress? VerifiedEmail, string? Name, string? HostedDomain = null);
