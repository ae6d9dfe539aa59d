using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Looks every hour whether the signing key is due for another, and removes keys, sessions, tokens, identities and passkeys whose time is long over. Not what
/// correctness rests on: the first sign-in makes a key that is missing.
/// </summary>
internal sealed partial class AccessHousekeeping(SigningKeys keys, DbContextLease lease, TimeProvider clock, ILogger<AccessHousekeeping> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // So long, somebody can still find out which session it was.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    /// <summary>What is done each hour.</summary>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await keys.SigningAsync(cancellationToken);
        await keys.DeleteExpiredAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var before = now - Retention;
        await using var db = lease.Take(new SystemCallerContext());
        var (forgotten, unknown) = (now - SignInLimits.Memory, now - SignInLimits.KnownNetwork);
        await db.Set<SignInFailures>()
            .Where(row => row.LastAttemptAt < forgotten && (row.SucceededAt == null || row.SucceededAt < unknown)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Session>().Where(session => session.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ExternalIdentity>().IgnoreQueryFilters().Where(identity => identity.DeletedAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Passkey>().IgnoreQueryFilters().Where(passkey => passkey.DeletedAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.Set<OneTimeToken>().Where(token => token.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);

        // Anybody can begin a sign-in as often as they like, and nobody asks later which it was.
        await db.Set<OneTimeToken>()
            .Where(token => token.ExpiresAt <= now
                && (token.Purpose == OneTimeTokenPurpose.PasskeySignIn || token.Purpose == OneTimeTokenPurpose.PasskeyRegistration
                    || token.Purpose == OneTimeTokenPurpose.ExternalSignIn || token.Purpose == OneTimeTokenPurpose.SecondFactor))
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Signing keys and sessions could not be looked after; the next attempt is in an hour")]
    private partial void LogFailure(Exception exception);
}
