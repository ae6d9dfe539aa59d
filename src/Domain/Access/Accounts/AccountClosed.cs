using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>Nobody signs in with an account again.</summary>
[EventName("account.closed.v1")]
public sealed record AccountClosed(AccountId AccountId) : IDomainEvent;
