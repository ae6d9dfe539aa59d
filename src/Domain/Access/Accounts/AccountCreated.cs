using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An account was created.</summary>
[EventName("account.opened.v1")]
public sealed record AccountCreated(AccountId AccountId) : IDomainEvent;
