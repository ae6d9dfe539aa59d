using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Rotates the signing key when it is due and deletes expired keys, sessions, tokens, identities and passkeys, once an hour. Correctness does not depend on it:
/// the first sign-in creates a missing key.
/// </summary>
internal sealed partial class AccessHousekeeping(SigningKeys keys, DbContextLease lease, TimeProvider clock, ILogger<AccessHousekeeping> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Expired and deleted rows are kept this long for investigations.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    /// <summary>One hourly run.</summary>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await keys.SigningAsync(cancellationToken);
        await keys.DeleteExpiredAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var before = now - Retention;
        await using var db = lease.Rent(new SystemCallerContext());
        var (failuresExpiry, knownNetworkExpiry) = (now - VerificationLimits.Memory, now - VerificationLimits.KnownNetwork);
        await db.Set<VerificationFailures>()
            .Where(row => row.LastAttemptAt < failuresExpiry && (row.SucceededAt == null || row.SucceededAt < knownNetworkExpiry)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Session>().Where(session => session.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ExternalIdentity>().IgnoreQueryFilters().Where(identity => identity.DeletedAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Passkey>().IgnoreQueryFilters().Where(passkey => passkey.DeletedAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.Set<OneTimeToken>().Where(token => token.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);

        // Nobody can undo a change of address any more.
        var reservedBefore = now - LinkLifetimes.UndoEmailChange;
        await db.Set<Account>().Where(account => account.ReservedForId != null && account.CreatedAt < reservedBefore)
            .ExecuteUpdateAsync(update => update.SetProperty(account => account.DeletedAt, now).SetProperty(account => account.UpdatedAt, now), cancellationToken);

        // Anonymous callers can create these without limit, and no investigation needs them.
        await db.Set<OneTimeToken>()
            .Where(token => token.ExpiresAt <= now
                && (token.Purpose == OneTimeTokenPurpose.PasskeySignIn || token.Purpose == OneTimeTokenPurpose.PasskeyRegistration
                    || token.Purpose == OneTimeTokenPurpose.ExternalSignIn || token.Purpose == OneTimeTokenPurpose.ExternalRegistration
                    || token.Purpose == OneTimeTokenPurpose.SecondFactor))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping of signing keys and sessions failed; the next attempt is in an hour")]
    private partial void LogFailure(Exception exception);
}
