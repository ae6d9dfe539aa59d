using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An external identity was unlinked from an account.</summary>
[EventName("identity.unlinked.v1")]
public sealed record ExternalIdentityUnlinked(ExternalIdentityId IdentityId, AccountId AccountId, string Provider) : IDomainEvent;
