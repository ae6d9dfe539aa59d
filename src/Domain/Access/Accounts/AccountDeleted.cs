using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An account was deleted.</summary>
[EventName("account.closed.v1")]
public sealed record AccountDeleted(AccountId AccountId) : IDomainEvent;
