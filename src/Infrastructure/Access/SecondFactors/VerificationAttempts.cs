using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IVerificationAttempts" />
internal sealed class VerificationAttempts(CleanApiDbContext db, TimeProvider clock) : IVerificationAttempts
{
    private const int MaxDoublings = 6;

    /// <inheritdoc />
    public async Task<TimeSpan?> CountAsync(AccountId accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // One statement: the row lock serializes concurrent attempts.
        var counted = await db.Database.ExecuteSqlAsync(
            $"""
            update access.accounts set
              verification_failures = verification_failures + 1,
              verification_retry_at = case when verification_failures + 1 >= {Account.MaxVerificationFailures}
                then {now} + least(
                  interval '1 minute' * 2 ^ least(verification_failures + 1 - {Account.MaxVerificationFailures}, {MaxDoublings}), interval '1 hour') end
            where id = {accountId.Value} and deleted_at is null and (verification_retry_at is null or verification_retry_at <= {now})
            """,
            cancellationToken);
        if (counted > 0)
        {
            return null;
        }

        var retryAt = await db.Set<Account>().AsNoTracking()
            .Where(account => account.Id == accountId).Select(account => account.VerificationRetryAt).FirstOrDefaultAsync(cancellationToken);
        return retryAt > now ? retryAt - now : TimeSpan.FromSeconds(1);
    }

    /// <inheritdoc />
    public Task ResetAsync(AccountId accountId, CancellationToken cancellationToken) =>
        db.Set<Account>().Where(account => account.Id == accountId && account.VerificationFailures > 0).ExecuteUpdateAsync(
            update => update.SetProperty(account => account.VerificationFailures, 0).SetProperty(account => account.VerificationRetryAt, (DateTimeOffset?)null),
            cancellationToken);
}
