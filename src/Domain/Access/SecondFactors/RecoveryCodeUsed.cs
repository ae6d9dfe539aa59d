using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A recovery code was used instead of a second factor.</summary>
[EventName("account.recovery_code_used.v1")]
public sealed record RecoveryCodeUsed(AccountId AccountId) : IDomainEvent;
