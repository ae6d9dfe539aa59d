using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="ISignInAttempts" />
internal sealed class SignInAttempts(CleanApiDbContext db, KeyEncryptionKey key, SignInConcurrencyLimiter limiter, ICallerContext context, TimeProvider clock)
    : ISignInAttempts
{
    private const string Purpose = "sign-in-failures/v1";
    private const int MaxDoublings = 20;

    // Attempts from unknown networks are also counted for the address alone; a success reverts that.
    private bool isCountedAsUnknownNetwork;

    private string ClientNetwork => Network.Of(context.Origin.IpAddress);

    /// <inheritdoc />
    public async Task<SignInAttempt> BeginAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var (address, network) = (Hash(email), ClientNetwork);
        var permit = await limiter.AcquireAsync(address, network, cancellationToken);
        try
        {
            return new SignInAttempt(await CountAsync(address, network, cancellationToken), permit);
        }
        catch
        {
            permit.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task SucceedAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var address = Hash(email);
        await MarkNetworkKnownAsync(address, cancellationToken);
        if (isCountedAsUnknownNetwork)
        {
            await db.Set<SignInFailures>()
                .Where(row => row.AddressHash == address && row.Network == SignInFailures.AnyNetwork && row.Failures > 0)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Failures, row => row.Failures - 1), cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task ClearAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var address = Hash(email);
        await MarkNetworkKnownAsync(address, cancellationToken);
        await db.Set<SignInFailures>().Where(row => row.AddressHash == address)
            .ExecuteUpdateAsync(
                update => update.SetProperty(row => row.Failures, 0).SetProperty(row => row.BlockedUntil, (DateTimeOffset?)null), cancellationToken);
    }

    // One statement that decides on the rows it has locked, so that concurrent attempts see each other. Attempts during a delay are not counted; otherwise a
    // client that keeps retrying would lock its owner out for ever.
    private async Task<bool> CountAsync(byte[] address, string network, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (expired, windowStart, lastUnknownNetworkAttempt) =
            (now - SignInLimits.Memory, now - SignInLimits.UnknownNetworkWindow, now - SignInLimits.UnknownNetworkInterval);
        // Housekeeping keeps rows with recent attempts however old their last success, so its age is compared here too.
        var unknown = now - SignInLimits.KnownNetwork;
        var longest = SignInLimits.LongestDelay.TotalSeconds;
        var rows = await db.Database.SqlQuery<int>(
            $"""
            with throttled as (
              select 1 from access.sign_in_failures
              where address_hash = {address} and network = {SignInFailures.AnyNetwork} and failures >= {SignInLimits.UnknownNetworkFailures}
                and counted_since > {windowStart} and last_attempt_at > {lastUnknownNetworkAttempt}
                and not exists (
                  select 1 from access.sign_in_failures where address_hash = {address} and network = {network} and succeeded_at > {unknown})
            ), here as (
              insert into access.sign_in_failures as existing (address_hash, network, failures, counted_since, last_attempt_at)
              select {address}, {network}, 1, {now}, {now} where not exists (select 1 from throttled)
              on conflict (address_hash, network) do update set
                failures = case when existing.last_attempt_at <= {expired} then 1 else existing.failures + 1 end,
                counted_since = case when existing.failures = 0 or existing.last_attempt_at <= {expired} then {now} else existing.counted_since end,
                last_attempt_at = {now},
                blocked_until = case when existing.last_attempt_at > {expired} and existing.failures + 1 >= {SignInLimits.FreeFailures}
                  then {now} + make_interval(
                    secs => least(power(2, least(existing.failures + 1 - {SignInLimits.FreeFailures}, {MaxDoublings})), {longest})) end
              where existing.blocked_until is null or existing.blocked_until <= {now}
              returning coalesce(succeeded_at > {unknown}, false) as is_known
            ), anywhere as (
              insert into access.sign_in_failures as existing (address_hash, network, failures, counted_since, last_attempt_at)
              select {address}, {SignInFailures.AnyNetwork}, 1, {now}, {now} from here where not is_known
              on conflict (address_hash, network) do update set
                failures = case when existing.counted_since <= {windowStart} then 1 else existing.failures + 1 end,
                counted_since = case when existing.counted_since <= {windowStart} then {now} else existing.counted_since end,
                last_attempt_at = {now}
              where existing.failures < {SignInLimits.UnknownNetworkFailures} or existing.counted_since <= {windowStart}
                or existing.last_attempt_at <= {lastUnknownNetworkAttempt}
              returning 1
            )
            select 1 as "Value" from here where is_known union all select 2 from anywhere
            """).ToListAsync(cancellationToken);
        isCountedAsUnknownNetwork = rows is [2];
        return rows.Count > 0;
    }

    private async Task MarkNetworkKnownAsync(byte[] address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into access.sign_in_failures as existing (address_hash, network, failures, counted_since, last_attempt_at, succeeded_at)
            values ({address}, {ClientNetwork}, 0, {now}, {now}, {now})
            on conflict (address_hash, network) do update set failures = 0, blocked_until = null, last_attempt_at = {now}, succeeded_at = {now}
            """,
            cancellationToken);
    }

    private byte[] Hash(EmailAddress email) => HMACSHA256.HashData(key.Derive(Purpose), Encoding.UTF8.GetBytes(email.Value));
}
