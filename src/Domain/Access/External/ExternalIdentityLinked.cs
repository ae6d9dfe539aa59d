using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An identity at another provider signs in to an account from now on.</summary>
[EventName("identity.linked.v1")]
public sealed record ExternalIdentityLinked(ExternalIdentityId IdentityId, AccountId AccountId, string Provider) : IDomainEvent;
