using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An account has another password, or its first.</summary>
[EventName("account.password_changed.v1")]
public sealed record PasswordChanged(AccountId AccountId) : IDomainEvent;
