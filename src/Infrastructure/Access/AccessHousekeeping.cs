using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Rotates the signing key when it is due and deletes expired keys, sessions, tokens, identities and passkeys, once an hour. Correctness does not depend on it:
/// the first sign-in creates a missing key.
/// </summary>
internal sealed class AccessHousekeeping(SigningKeys keys, DbContextLease lease, TimeProvider clock, ILogger<AccessHousekeeping> logger)
    : PeriodicJob(TimeSpan.FromHours(1), clock, logger)
{
    // Expired and deleted rows are kept this long for investigations.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    /// <inheritdoc />
    internal override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await keys.SigningAsync(cancellationToken);
        await keys.DeleteExpiredAsync(cancellationToken);
        var now = Clock.GetUtcNow();
        var before = now - Retention;
        await using var db = lease.Rent(new SystemCallerContext());
        var (failuresExpiry, knownNetworkExpiry) = (now - VerificationLimits.Memory, now - VerificationLimits.KnownNetwork);
        await db.Set<VerificationFailures>()
            .Where(row => row.LastAttemptAt < failuresExpiry && (row.SucceededAt == null || row.SucceededAt < knownNetworkExpiry))
            .DeleteInBatchesAsync(row => row.LastAttemptAt, cancellationToken);
        // No event: it has ended before.
        await db.Set<Session>().Where(session => session.ExpiresAt < before).DeleteInBatchesAsync(session => session.ExpiresAt, cancellationToken);
        // No event: it is deleted already.
        await db.Set<ExternalIdentity>().IgnoreQueryFilters().Where(identity => identity.DeletedAt < before).DeleteInBatchesAsync(identity => identity.DeletedAt, cancellationToken);
        // No event: it is deleted already.
        await db.Set<Passkey>().IgnoreQueryFilters().Where(passkey => passkey.DeletedAt < before).DeleteInBatchesAsync(passkey => passkey.DeletedAt, cancellationToken);
        await db.Set<OneTimeToken>().Where(token => token.ExpiresAt < before).DeleteInBatchesAsync(token => token.ExpiresAt, cancellationToken);

        // Nobody can undo a change of address any more.
        var reservedBefore = now - LinkLifetimes.UndoEmailChange;
        // No event: the row keeps an address for an account, and is none.
        await db.Set<Account>().Where(account => account.ReservedForId != null && account.CreatedAt < reservedBefore)
            .ExecuteUpdateAsync(update => update.SetProperty(account => account.DeletedAt, now).SetProperty(account => account.UpdatedAt, now), cancellationToken);

        // Anonymous callers can create these without limit, and no investigation needs them.
        await db.Set<OneTimeToken>()
            .Where(token => token.ExpiresAt <= now
                && (token.Purpose == OneTimeTokenPurpose.PasskeySignIn || token.Purpose == OneTimeTokenPurpose.PasskeyRegistration
                    || token.Purpose == OneTimeTokenPurpose.ExternalSignIn || token.Purpose == OneTimeTokenPurpose.ExternalRegistration
                    || token.Purpose == OneTimeTokenPurpose.SecondFactor || token.Purpose == OneTimeTokenPurpose.Connection))
            .DeleteInBatchesAsync(token => token.ExpiresAt, cancellationToken);
    }
}
