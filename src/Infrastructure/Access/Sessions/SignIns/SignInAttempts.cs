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
internal sealed class SignInAttempts(CleanApiDbContext db, KeyEncryptionKey key, SignInGate gate, ICallerContext context, TimeProvider clock)
    : ISignInAttempts
{
    private const string Purpose = "sign-in-failures/v1";
    private const int MostDoublings = 20;

    // Attempts of strangers are counted a second time, for the address alone; a success takes that back.
    private bool isCountedAsStranger;

    private string Here => Network.Of(context.Origin.IpAddress);

    /// <inheritdoc />
    public async Task<SignInAttempt> BeginAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var (address, network) = (Hash(email), Here);
        var turn = await gate.EnterAsync(address, network, cancellationToken);
        try
        {
            return new SignInAttempt(await CountAsync(address, network, cancellationToken), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task SucceedAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var address = Hash(email);
        await KnowAsync(address, cancellationToken);
        if (isCountedAsStranger)
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
        await KnowAsync(address, cancellationToken);
        await db.Set<SignInFailures>().Where(row => row.AddressHash == address)
            .ExecuteUpdateAsync(
                update => update.SetProperty(row => row.Failures, 0).SetProperty(row => row.BlockedUntil, (DateTimeOffset?)null), cancellationToken);
    }

    // One statement, which decides on the rows that it has locked: attempts at the same time see each other. One that comes during a delay is not counted, or
    // a client that keeps trying would lock its owner out for ever.
    private async Task<bool> CountAsync(byte[] address, string network, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (forgotten, windowStart, lastStranger) =
            (now - SignInLimits.Memory, now - SignInLimits.StrangersWindow, now - SignInLimits.StrangersInterval);
        // Housekeeping keeps the row of a network that is tried from, whatever its last success.
        var unknown = now - SignInLimits.KnownNetwork;
        var longest = SignInLimits.LongestDelay.TotalSeconds;
        var rows = await db.Database.SqlQuery<int>(
            $"""
            with held_off as (
              select 1 from access.sign_in_failures
              where address_hash = {address} and network = {SignInFailures.AnyNetwork} and failures >= {SignInLimits.StrangersFailures}
                and counted_since > {windowStart} and last_attempt_at > {lastStranger}
                and not exists (
                  select 1 from access.sign_in_failures where address_hash = {address} and network = {network} and succeeded_at > {unknown})
            ), here as (
              insert into access.sign_in_failures as present (address_hash, network, failures, counted_since, last_attempt_at)
              select {address}, {network}, 1, {now}, {now} where not exists (select 1 from held_off)
              on conflict (address_hash, network) do update set
                failures = case when present.last_attempt_at <= {forgotten} then 1 else present.failures + 1 end,
                counted_since = case when present.failures = 0 or present.last_attempt_at <= {forgotten} then {now} else present.counted_since end,
                last_attempt_at = {now},
                blocked_until = case when present.last_attempt_at > {forgotten} and present.failures + 1 >= {SignInLimits.FreeFailures}
                  then {now} + make_interval(
                    secs => least(power(2, least(present.failures + 1 - {SignInLimits.FreeFailures}, {MostDoublings})), {longest})) end
              where present.blocked_until is null or present.blocked_until <= {now}
              returning coalesce(succeeded_at > {unknown}, false) as is_known
            ), anywhere as (
              insert into access.sign_in_failures as present (address_hash, network, failures, counted_since, last_attempt_at)
              select {address}, {SignInFailures.AnyNetwork}, 1, {now}, {now} from here where not is_known
              on conflict (address_hash, network) do update set
                failures = case when present.counted_since <= {windowStart} then 1 else present.failures + 1 end,
                counted_since = case when present.counted_since <= {windowStart} then {now} else present.counted_since end,
                last_attempt_at = {now}
              where present.failures < {SignInLimits.StrangersFailures} or present.counted_since <= {windowStart}
                or present.last_attempt_at <= {lastStranger}
              returning 1
            )
            select 1 as "Value" from here where is_known union all select 2 from anywhere
            """).ToListAsync(cancellationToken);
        isCountedAsStranger = rows is [2];
        return rows.Count > 0;
    }

    private async Task KnowAsync(byte[] address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into access.sign_in_failures as present (address_hash, network, failures, counted_since, last_attempt_at, succeeded_at)
            values ({address}, {Here}, 0, {now}, {now}, {now})
            on conflict (address_hash, network) do update set failures = 0, blocked_until = null, last_attempt_at = {now}, succeeded_at = {now}
            """,
            cancellationToken);
    }

    private byte[] Hash(EmailAddress email) => HMACSHA256.HashData(key.Derive(Purpose), Encoding.UTF8.GetBytes(email.Value));
}
