using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A verification (MFA or step-up) failed: the code or password was wrong.</summary>
[EventName("account.verification_failed.v1")]
public sealed record VerificationFailed(AccountId AccountId) : IDomainEvent;
