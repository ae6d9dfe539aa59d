using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>A linked external identity with the account that it signs in.</summary>
public sealed record LinkedIdentity(ExternalIdentityId Id, AccountId AccountId);
