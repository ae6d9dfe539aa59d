using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IVerificationAttempts" />
internal sealed class VerificationAttempts(
    CleanApiDbContext db, RootKey key, SignInConcurrencyLimiter limiter, ICallerContext context, TimeProvider clock) : IVerificationAttempts
{
    private const string Purpose = "sign-in-failures/v1";
    private const int MaxDoublings = 20;

    // Attempts from unknown networks are also counted for the subject alone; a success reverts that.
    private VerificationSubject? countedAsUnknownNetwork;

    // What a request learns of a session does not change.
    private (SessionId Session, string Origin)? known;

    /// <inheritdoc />
    public async Task<VerificationAttempt> BeginAsync(VerificationSubject subject, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(subject, cancellationToken);
        var permit = await limiter.AcquireAsync(Hash(subject), place.Source, cancellationToken);
        try
        {
            // Zero: not counted, because the source or all unknown networks have to wait. Negative: from an unknown network.
            var failures = await CountAsync(subject, place, cancellationToken);
            countedAsUnknownNetwork = failures < 0 ? subject : null;
            return new VerificationAttempt(failures == 0 ? await WaitAsync(subject, place.Source, cancellationToken) : null, Math.Abs(failures), permit);
        }
        catch
        {
            permit.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task TakeBackAsync(VerificationSubject subject, CancellationToken cancellationToken)
    {
        var (source, _) = await PlaceAsync(subject, cancellationToken);
        // A delay that was there before is over: otherwise the attempt had not begun.
        await DecrementAsync(Hash(subject), source, cancellationToken);
        await TakeBackFromUnknownAsync(subject, cancellationToken);
    }

    /// <inheritdoc />
    public async Task SucceedAsync(VerificationSubject subject, CancellationToken cancellationToken)
    {
        await ClearSourceAsync(Hash(subject), await PlaceAsync(subject, cancellationToken), cancellationToken);
        await TakeBackFromUnknownAsync(subject, cancellationToken);
    }

    /// <inheritdoc />
    public async Task SucceedAsync(AccountId accountId, EmailAddress email, CancellationToken cancellationToken)
    {
        var isLocal = await db.Set<Account>().AnyAsync(account => account.Id == accountId && account.LocalOrganizationId != null, cancellationToken);
        await SucceedAsync(isLocal ? VerificationSubject.OfLocal(accountId) : VerificationSubject.Of(email), cancellationToken);
    }

    /// <inheritdoc />
    public async Task ClearAsync(AccountId accountId, EmailAddress email, CancellationToken cancellationToken)
    {
        foreach (var subject in Enum.GetValues<SecretKind>().Select(kind => VerificationSubject.Of(accountId, kind)).Prepend(VerificationSubject.Of(email)))
        {
            var hash = Hash(subject);
            await ClearSourceAsync(hash, await PlaceAsync(subject, cancellationToken), cancellationToken);
            await db.Set<VerificationFailures>().Where(row => row.SubjectHash == hash)
                .ExecuteUpdateAsync(
                    update => update.SetProperty(row => row.Failures, 0).SetProperty(row => row.BlockedUntil, (DateTimeOffset?)null), cancellationToken);
        }
    }

    private Task<int> TakeBackFromUnknownAsync(VerificationSubject subject, CancellationToken cancellationToken) => countedAsUnknownNetwork == subject
        ? DecrementAsync(Hash(subject), VerificationFailures.AnyNetwork, cancellationToken)
        : Task.FromResult(0);

    private Task<int> DecrementAsync(byte[] hash, string source, CancellationToken cancellationToken) => db.Set<VerificationFailures>()
        .Where(row => row.SubjectHash == hash && row.Source == source && row.Failures > 0)
        .ExecuteUpdateAsync(
            update => update.SetProperty(row => row.Failures, row => row.Failures - 1).SetProperty(row => row.BlockedUntil, (DateTimeOffset?)null), cancellationToken);

    // The session that the person signed in with stands for all that switching has opened from it.
    private async Task<(string Source, bool IsSession)> PlaceAsync(VerificationSubject subject, CancellationToken cancellationToken)
    {
        if ((subject.From ?? (context.Caller as UserCaller)?.SessionId) is not { } id)
        {
            return (Network.Of(context.Origin.IpAddress), false);
        }

        if (known?.Session != id)
        {
            var origin = await db.Set<Session>().Where(session => session.Id == id).Select(session => (SessionId?)session.OriginId).SingleOrDefaultAsync(cancellationToken);
            known = (id, (origin ?? id).ToString());
        }

        return (known.Value.Origin, true);
    }

    // One statement that decides on the rows it has locked, so that concurrent attempts see each other. Attempts during a delay are not counted; otherwise a
    // client that keeps retrying would lock its owner out for ever. A session is a known source: its person has proved who they are.
    private async Task<int> CountAsync(VerificationSubject subject, (string Source, bool IsSession) place, CancellationToken cancellationToken)
    {
        var (now, limits, hash, (source, isSession)) = (clock.GetUtcNow(), VerificationLimits.Of(subject), Hash(subject), place);
        var (expired, windowStart, lastUnknownNetworkAttempt) =
            (now - VerificationLimits.Memory, now - limits.UnknownNetworkWindow, now - limits.UnknownNetworkInterval);
        // Housekeeping keeps rows with recent attempts however old their last success, so its age is compared here too.
        var unknown = now - VerificationLimits.KnownNetwork;
        var (first, longest) = (limits.FirstDelay.TotalSeconds, limits.LongestDelay.TotalSeconds);
        return (await db.Database.SqlQuery<int>(
            $"""
            with throttled as (
              select 1 from access.sign_in_failures
              where not {isSession} and address_hash = {hash} and network = {VerificationFailures.AnyNetwork}
                and failures >= {VerificationLimits.UnknownNetworkFailures} and counted_since > {windowStart} and last_attempt_at > {lastUnknownNetworkAttempt}
                and not exists (
                  select 1 from access.sign_in_failures where address_hash = {hash} and network = {source} and succeeded_at > {unknown})
            ), here as (
              insert into access.sign_in_failures as existing (address_hash, network, failures, counted_since, last_attempt_at)
              select {hash}, {source}, 1, {now}, {now} where not exists (select 1 from throttled)
              on conflict (address_hash, network) do update set
                failures = case when existing.last_attempt_at <= {expired} then 1 else existing.failures + 1 end,
                counted_since = case when existing.failures = 0 or existing.last_attempt_at <= {expired} then {now} else existing.counted_since end,
                last_attempt_at = {now},
                blocked_until = case when existing.last_attempt_at > {expired} and existing.failures + 1 >= {limits.DelayedFrom}
                  then {now} + make_interval(
                    secs => least({first} * power(2, least(existing.failures + 1 - {limits.DelayedFrom}, {MaxDoublings})), {longest})) end
              where existing.blocked_until is null or existing.blocked_until <= {now}
              returning failures, {isSession} or coalesce(succeeded_at > {unknown}, false) as is_known
            ), anywhere as (
              insert into access.sign_in_failures as existing (address_hash, network, failures, counted_since, last_attempt_at)
              select {hash}, {VerificationFailures.AnyNetwork}, 1, {now}, {now} from here where not is_known
              on conflict (address_hash, network) do update set
                failures = case when existing.counted_since <= {windowStart} then 1 else existing.failures + 1 end,
                counted_since = case when existing.counted_since <= {windowStart} then {now} else existing.counted_since end,
                last_attempt_at = {now}
              where existing.failures < {VerificationLimits.UnknownNetworkFailures} or existing.counted_since <= {windowStart}
                or existing.last_attempt_at <= {lastUnknownNetworkAttempt}
              returning failures
            )
            select failures as "Value" from here where is_known union all select -greatest(here.failures, anywhere.failures) from here, anywhere
            """).ToListAsync(cancellationToken)).FirstOrDefault();
    }

    private async Task<TimeSpan> WaitAsync(VerificationSubject subject, string source, CancellationToken cancellationToken)
    {
        var (now, hash) = (clock.GetUtcNow(), Hash(subject));
        var rows = await db.Set<VerificationFailures>().AsNoTracking()
            .Where(row => row.SubjectHash == hash && (row.Source == source || row.Source == VerificationFailures.AnyNetwork))
            .ToListAsync(cancellationToken);
        var until = rows.Find(row => row.Source == source)?.BlockedUntil is { } blocked && blocked > now
            ? blocked
            : rows.Find(row => row.Source == VerificationFailures.AnyNetwork)?.LastAttemptAt + VerificationLimits.Of(subject).UnknownNetworkInterval;
        return until > now ? until.Value - now : TimeSpan.FromSeconds(1);
    }

    // A session needs no memory of its success: it is known anyway, and ends.
    private async Task ClearSourceAsync(byte[] hash, (string Source, bool IsSession) place, CancellationToken cancellationToken)
    {
        var (now, (source, isSession)) = (clock.GetUtcNow(), place);
        if (isSession)
        {
            await db.Set<VerificationFailures>().Where(row => row.SubjectHash == hash && row.Source == source)
                .ExecuteUpdateAsync(
                    update => update.SetProperty(row => row.Failures, 0).SetProperty(row => row.BlockedUntil, (DateTimeOffset?)null), cancellationToken);
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into access.sign_in_failures as existing (address_hash, network, failures, counted_since, last_attempt_at, succeeded_at)
            values ({hash}, {source}, 0, {now}, {now}, {now})
            on conflict (address_hash, network) do update set failures = 0, blocked_until = null, last_attempt_at = {now}, succeeded_at = {now}
            """,
            cancellationToken);
    }

    // An id is no address: the two never coincide.
    private byte[] Hash(VerificationSubject subject) => HMACSHA256.HashData(key.Derive(Purpose), Encoding.UTF8.GetBytes(subject.Key));
}
