using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A change of the address of an account was undone.</summary>
[EventName("account.email_restored.v1")]
public sealed record AccountEmailRestored(AccountId AccountId) : IDomainEvent;
