using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>New recovery codes have replaced the old ones of an account.</summary>
[EventName("account.recovery_codes_renewed.v1")]
public sealed record RecoveryCodesRenewed(AccountId AccountId) : IDomainEvent;
