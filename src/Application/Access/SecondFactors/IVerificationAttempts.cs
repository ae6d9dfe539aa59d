using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>
/// Throttles verifications (MFA and step-up) of a known account. Attempts are counted before they are verified, so that concurrent ones count too. After
/// <see cref="Account.MaxVerificationFailures"/> failures in a row, the next one is delayed: one minute, then two, four, up to an hour.
/// </summary>
public interface IVerificationAttempts
{
    /// <summary>Counts an attempt; null when it may be verified, otherwise how long to wait.</summary>
    Task<TimeSpan?> CountAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Resets the count after a success.</summary>
    Task ResetAsync(AccountId accountId, CancellationToken cancellationToken);
}
