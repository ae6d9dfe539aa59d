using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Auditing;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using System.Data;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// The keys that sign access tokens, shared by all instances through the database and cached in memory. A key signs for 90 days and is accepted for 14 more. A
/// new key is used immediately: an instance that sees an unknown key id reloads.
/// </summary>
internal sealed partial class SigningKeys(DbContextLease lease, SigningKeyProtector protector, TimeProvider clock, ILogger<SigningKeys> logger)
    : IPublishedKeys, IDisposable
{
    /// <summary>How long a key signs.</summary>
    public static readonly TimeSpan RotationAge = TimeSpan.FromDays(90);

    /// <summary>How long a key is still accepted after it stops signing.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(14);

    // Anonymous callers can send unknown key ids, which must not cause a query each time.
    private static readonly TimeSpan LookupInterval = TimeSpan.FromSeconds(3);

    // Another instance may have created a key.
    private static readonly TimeSpan PublicationInterval = TimeSpan.FromSeconds(30);

    // An arbitrary constant that must never change between versions.
    private const long AdvisoryLock = 0x5369676E4B657973;

    private readonly SemaphoreSlim loading = new(1);
    private volatile KeyRing ring = KeyRing.Empty;

    /// <summary>Returns the signing key; creates one if there is none.</summary>
    public ValueTask<KeyPair> SigningAsync(CancellationToken cancellationToken) =>
        ring.Signing(clock.GetUtcNow()) is { } key ? ValueTask.FromResult(key) : new ValueTask<KeyPair>(RotateAsync(cancellationToken));

    /// <summary>Returns the key with this id; null when there is none, or it has expired.</summary>
    public ValueTask<KeyPair?> FindAsync(string kid, CancellationToken cancellationToken) =>
        ring.Find(kid, clock.GetUtcNow()) is { } key ? ValueTask.FromResult<KeyPair?>(key) : new ValueTask<KeyPair?>(LookUpAsync(kid, cancellationToken));

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<JsonWebKeyResponse>> GetAsync(CancellationToken cancellationToken)
    {
        await SigningAsync(cancellationToken);
        return (await LoadAsync(PublicationInterval, cancellationToken)).Published;
    }

    /// <summary>Creates a new key if rotation is due and returns the signing key. Atomic across instances.</summary>
    public async Task<KeyPair> RotateAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            if (ring.Signing(clock.GetUtcNow()) is { } made)
            {
                return made;
            }

            var context = new SystemCallerContext();
            await using var db = lease.Rent(context);
            await new UnitOfWork(db, new AuditTrail(db, lease, context, clock))
                .ExecuteAsync(token => CreateIfDueAsync(db, token), IsolationLevel.ReadCommitted, cancellationToken);
            ring = await ReadAsync(db, cancellationToken);
            return ring.Signing(clock.GetUtcNow()) ?? throw new InvalidOperationException("The signing key that was just created cannot be read.");
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Deletes the keys whose signatures are no longer accepted.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = lease.Rent(new SystemCallerContext());
        await db.Set<SigningKey>().Where(key => key.NotAfter <= now).ExecuteDeleteAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => loading.Dispose();

    private async Task<KeyPair?> LookUpAsync(string kid, CancellationToken cancellationToken) =>
        (await LoadAsync(LookupInterval, cancellationToken)).Find(kid, clock.GetUtcNow());

    private async Task<KeyRing> LoadAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            // Waiters reuse what was loaded while they waited.
            if (clock.GetUtcNow() - ring.LoadedAt >= maxAge)
            {
                await using var db = lease.Rent(new SystemCallerContext());
                ring = await ReadAsync(db, cancellationToken);
            }

            return ring;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<bool> CreateIfDueAsync(CleanApiDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);
        var isDue = (await ReadAsync(db, cancellationToken)).Signing(clock.GetUtcNow()) is null;
        if (isDue)
        {
            var now = clock.GetUtcNow();
            db.Add(KeyPair.Generate(protector, now, now + RotationAge + Overlap));
        }

        return isDue;
    }

    private async Task<KeyRing> ReadAsync(CleanApiDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var keys = await db.Set<SigningKey>().AsNoTracking().Where(key => key.NotAfter > now).ToListAsync(cancellationToken);
        return new KeyRing([.. keys.Select(Read)], now);
    }

    private KeyPair Read(SigningKey key)
    {
        var pair = KeyPair.Read(key, protector);
        if (pair.Credentials is null)
        {
            LogUndecryptable(key.Kid);
        }

        return pair;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing key {Kid} was encrypted under another data key: it verifies only, and another key signs")]
    private partial void LogUndecryptable(string kid);
}
