using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>The password of an account was set or changed.</summary>
[EventName("account.password_changed.v1")]
public sealed record PasswordChanged(AccountId AccountId) : IDomainEvent;
