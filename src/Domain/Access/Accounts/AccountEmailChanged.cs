using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>The address of an account was changed.</summary>
[EventName("account.email_changed.v1")]
public sealed record AccountEmailChanged(AccountId AccountId) : IDomainEvent;
