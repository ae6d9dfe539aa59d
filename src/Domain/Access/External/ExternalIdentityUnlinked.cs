using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An identity at another provider signs in to an account no more.</summary>
[EventName("identity.unlinked.v1")]
public sealed record ExternalIdentityUnlinked(ExternalIdentityId IdentityId, AccountId AccountId, string Provider) : IDomainEvent;
