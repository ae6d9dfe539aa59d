using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Who somebody is, as a provider has told and we have verified.</summary>
/// <param name="Issuer">The provider's issuer identifier.</param>
/// <param name="Subject">The person's identifier there.</param>
/// <param name="VerifiedEmail">Their address, if the provider says that it is theirs; null else.</param>
/// <param name="Name">Their name; null when not told.</param>
/// <param name="HostedDomain">The domain of the organization that the account belongs to (Google's <c>hd</c>); null for a private one.</param>
public sealed record ExternalUserInfo(string Issuer, string Subject, EmailAddress? VerifiedEmail, string? Name, string? HostedDomain = null);
