using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A code or a password was wrong with which somebody was to prove again who they are.</summary>
[EventName("account.verification_failed.v1")]
public sealed record VerificationFailed(AccountId AccountId) : IDomainEvent;
