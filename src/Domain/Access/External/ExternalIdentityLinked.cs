using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An external identity was linked to an account.</summary>
[EventName("identity.linked.v1")]
public sealed record ExternalIdentityLinked(ExternalIdentityId IdentityId, AccountId AccountId, string Provider) : IDomainEvent;
