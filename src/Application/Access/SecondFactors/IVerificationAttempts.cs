using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>
/// Counts how often a known account was to prove again who it is, before it is found out whether it did: attempts at the same time are all counted. After
/// <see cref="Account.MaxVerificationFailures"/> in a row without success, the next one has to wait: a minute, then two, four, at most an hour.
/// </summary>
public interface IVerificationAttempts
{
    /// <summary>Counts an attempt. Null: it may be made; else how long to wait, and it must not be looked at.</summary>
    Task<TimeSpan?> CountAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>One succeeded: counting begins anew.</summary>
    Task ResetAsync(AccountId accountId, CancellationToken cancellationToken);
}
