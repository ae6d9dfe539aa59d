using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Auditing;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using System.Data;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// The keys that sign access tokens: shared by all instances through the database, kept in memory here. A key signs for 90 days and is accepted for 14 days
/// more. A new one is used at once: an instance that meets an unknown name looks it up.
/// </summary>
internal sealed partial class SigningKeys(DbContextLease lease, SigningKeyProtector protector, TimeProvider clock, ILogger<SigningKeys> logger)
    : IPublishedKeys, IDisposable
{
    /// <summary>How long a key signs.</summary>
    public static readonly TimeSpan RotationAge = TimeSpan.FromDays(90);

    /// <summary>How long a key that no longer signs is still accepted.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(14);

    // Anybody can send unknown names: they must not be able to make us ask the database each time.
    private static readonly TimeSpan LookupInterval = TimeSpan.FromSeconds(3);

    // Another instance may have made a key that is not known here.
    private static readonly TimeSpan PublicationInterval = TimeSpan.FromSeconds(30);

    // Any number, the same in every version of the program.
    private const long AdvisoryLock = 0x5369676E4B657973;

    private readonly SemaphoreSlim loading = new(1);
    private volatile KeyRing ring = KeyRing.Empty;

    /// <summary>The key that signs now; made if there is none.</summary>
    public ValueTask<KeyPair> SigningAsync(CancellationToken cancellationToken) =>
        ring.Signing(clock.GetUtcNow()) is { } key ? ValueTask.FromResult(key) : new ValueTask<KeyPair>(RotateAsync(cancellationToken));

    /// <summary>The key of that name; null when there is none, or its time is over.</summary>
    public ValueTask<KeyPair?> FindAsync(string kid, CancellationToken cancellationToken) =>
        ring.Find(kid, clock.GetUtcNow()) is { } key ? ValueTask.FromResult<KeyPair?>(key) : new ValueTask<KeyPair?>(LookUpAsync(kid, cancellationToken));

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<JsonWebKeyResponse>> GetAsync(CancellationToken cancellationToken)
    {
        await SigningAsync(cancellationToken);
        return (await LoadAsync(PublicationInterval, cancellationToken)).Published;
    }

    /// <summary>Makes a new key if it is time, whichever instance comes first; answers the one that signs now.</summary>
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
            await using var db = lease.Take(context);
            await new UnitOfWork(db, new AuditTrail(db, lease, context, clock))
                .ExecuteAsync(token => CreateIfDueAsync(db, token), IsolationLevel.ReadCommitted, cancellationToken);
            ring = await ReadAsync(db, cancellationToken);
            return ring.Signing(clock.GetUtcNow()) ?? throw new InvalidOperationException("The signing key that was just made cannot be read back.");
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Deletes the keys whose signatures nobody accepts any more, private halves and all.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = lease.Take(new SystemCallerContext());
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
            // Whoever waited here while another loaded takes what that one found.
            if (clock.GetUtcNow() - ring.LoadedAt >= maxAge)
            {
                await using var db = lease.Take(new SystemCallerContext());
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
            LogForeign(key.Kid);
        }

        return pair;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing key {Kid} was encrypted with another Auth__KeyEncryptionKey: it verifies, and another one signs")]
    private partial void LogForeign(string kid);
}
