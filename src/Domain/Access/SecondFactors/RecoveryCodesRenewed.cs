using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An account has new recovery codes; the old ones are worth nothing.</summary>
[EventName("account.recovery_codes_renewed.v1")]
public sealed record RecoveryCodesRenewed(AccountId AccountId) : IDomainEvent;
