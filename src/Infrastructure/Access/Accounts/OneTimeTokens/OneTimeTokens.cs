using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IOneTimeTokens" />
internal sealed class OneTimeTokens(CleanApiDbContext db, OneTimeTokenSecrets secrets, TimeProvider clock) : IOneTimeTokens
{
    /// <inheritdoc />
    public string Issue(OneTimeTokenPurpose purpose, TimeSpan lifetime, AccountId? accountId = null, string? subject = null, string? payload = null)
    {
        var token = OneTimeTokenSecrets.Create();
        var hash = OneTimeTokenSecrets.Hash(token);
        db.Add(OneTimeToken.Issue(
            hash,
            purpose,
            accountId,
            subject is null ? null : secrets.Subject(subject),
            payload is null ? null : secrets.Protect(hash, payload),
            lifetime,
            clock.GetUtcNow()));
        return token;
    }

    /// <inheritdoc />
    public async Task<OneTimeTokenContent?> ConsumeAsync(OneTimeTokenPurpose purpose, string? token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return OneTimeTokenSecrets.IsWellFormed(token)
            && await Valid(purpose, now).Where(row => row.Hash == OneTimeTokenSecrets.Hash(token))
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.UsedAt, now), cancellationToken) > 0
            ? await ReadAsync(db.Set<OneTimeToken>(), OneTimeTokenSecrets.Hash(token), cancellationToken)
            : null;
    }

    /// <inheritdoc />
    public Task<OneTimeTokenContent?> FindAsync(OneTimeTokenPurpose purpose, string? token, CancellationToken cancellationToken) =>
        OneTimeTokenSecrets.IsWellFormed(token)
            ? ReadAsync(Valid(purpose, clock.GetUtcNow()), OneTimeTokenSecrets.Hash(token), cancellationToken)
            : Task.FromResult<OneTimeTokenContent?>(null);

    /// <inheritdoc />
    public Task<OneTimeTokenContent?> FindSpentAsync(OneTimeTokenPurpose purpose, string? token, CancellationToken cancellationToken) =>
        OneTimeTokenSecrets.IsWellFormed(token)
            ? ReadAsync(db.Set<OneTimeToken>().Where(row => row.Purpose == purpose), OneTimeTokenSecrets.Hash(token), cancellationToken)
            : Task.FromResult<OneTimeTokenContent?>(null);

    /// <inheritdoc />
    public async Task<OneTimeTokenContent?> AttemptAsync(OneTimeTokenPurpose purpose, string? token, int maxAttempts, CancellationToken cancellationToken) =>
        OneTimeTokenSecrets.IsWellFormed(token)
            && await Valid(purpose, clock.GetUtcNow()).Where(row => row.Hash == OneTimeTokenSecrets.Hash(token) && row.Attempts < maxAttempts)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellationToken) > 0
            ? await ReadAsync(db.Set<OneTimeToken>(), OneTimeTokenSecrets.Hash(token), cancellationToken)
            : null;

    /// <inheritdoc />
    public async Task<OneTimeTokenContent?> OldestAsync(OneTimeTokenPurpose purpose, string subject, CancellationToken cancellationToken)
    {
        var hashed = secrets.Subject(subject);
        var token = await Valid(purpose, clock.GetUtcNow()).AsNoTracking().Where(row => row.Subject == hashed).OrderBy(row => row.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return token is null ? null : Content(token);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<OneTimeTokenContent>> ListAsync(OneTimeTokenPurpose purpose, string subject, CancellationToken cancellationToken)
    {
        var hashed = secrets.Subject(subject);
        var found = await Valid(purpose, clock.GetUtcNow()).AsNoTracking().Where(row => row.Subject == hashed).OrderByDescending(row => row.CreatedAt)
            .ToListAsync(cancellationToken);
        return [.. found.Select(Content)];
    }

    /// <inheritdoc />
    public Task RevokeAsync(OneTimeTokenPurpose purpose, AccountId accountId, CancellationToken cancellationToken) =>
        RevokeAsync(purpose, accountId, since: default, cancellationToken);

    /// <inheritdoc />
    public Task RevokeAsync(OneTimeTokenPurpose purpose, AccountId accountId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Valid(purpose, now).Where(row => row.AccountId == accountId && row.CreatedAt >= since)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.UsedAt, now), cancellationToken);
    }

    /// <inheritdoc />
    public Task RevokeAsync(OneTimeTokenPurpose purpose, string subject, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hashed = secrets.Subject(subject);
        return Valid(purpose, now).Where(row => row.Subject == hashed)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.UsedAt, now), cancellationToken);
    }

    /// <inheritdoc />
    public async Task RevokeAsync(OneTimeTokenPurpose purpose, string subject, Func<OneTimeTokenContent, bool> isRevoked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hashed = secrets.Subject(subject);
        var valid = await Valid(purpose, now).AsNoTracking().Where(row => row.Subject == hashed).ToListAsync(cancellationToken);
        foreach (var hash in valid.Where(token => isRevoked(Content(token))).Select(token => token.Hash))
        {
            await Valid(purpose, now).Where(row => row.Hash == hash).ExecuteUpdateAsync(update => update.SetProperty(row => row.UsedAt, now), cancellationToken);
        }
    }

    private IQueryable<OneTimeToken> Valid(OneTimeTokenPurpose purpose, DateTimeOffset now) =>
        db.Set<OneTimeToken>().Where(row => row.Purpose == purpose && row.UsedAt == null && row.ExpiresAt > now);

    private async Task<OneTimeTokenContent?> ReadAsync(IQueryable<OneTimeToken> from, byte[] hash, CancellationToken cancellationToken)
    {
        var token = await from.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        return token is null ? null : Content(token);
    }

    private OneTimeTokenContent Content(OneTimeToken token) =>
        new(token.AccountId, token.EncryptedPayload is null ? null : secrets.Unprotect(token.Hash, token.EncryptedPayload)) { Attempts = token.Attempts };
}
