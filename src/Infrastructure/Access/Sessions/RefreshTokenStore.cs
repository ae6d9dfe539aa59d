using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IRefreshTokenStore" />
internal sealed class RefreshTokenStore(CleanApiDbContext db) : IRefreshTokenStore
{
    /// <inheritdoc />
    public void Add(RefreshToken token) => db.Add(token);

    /// <inheritdoc />
    public async Task<bool> ConsumeAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Set<RefreshToken>()
            .Where(token => token.Hash == hash && token.UsedAt == null && token.ExpiresAt > now)
            .ExecuteUpdateAsync(update => update.SetProperty(token => token.UsedAt, now), cancellationToken) > 0;

    /// <inheritdoc />
    public Task<SessionReference?> FindSessionAsync(byte[] hash, CancellationToken cancellationToken) =>
        db.Set<RefreshToken>().AsNoTracking()
            .Where(token => token.Hash == hash)
            .Join(
                db.Set<Session>(),
                token => token.SessionId,
                session => session.Id,
                (token, session) => new SessionReference(session.Id, session.UserId, session.OrganizationId))
            .SingleOrDefaultAsync(cancellationToken)!;

    /// <inheritdoc />
    public Task<RefreshTokenState?> FindAsync(byte[] hash, byte[] successorHash, CancellationToken cancellationToken)
    {
        var successors = db.Set<RefreshToken>().Where(successor => successor.Hash == successorHash);
        return db.Set<RefreshToken>().AsNoTracking()
            .Where(token => token.Hash == hash)
            .Join(
                db.Set<Session>(),
                token => token.SessionId,
                session => session.Id,
                (token, session) => new RefreshTokenState(
                    session.Id, session.UserId, session.OrganizationId, session.Stamp, session.ExpiresAt, session.RevokedAt, token.UsedAt,
                    successors.Select(successor => successor.UsedAt).FirstOrDefault(), session.IsMultiFactor))
            .SingleOrDefaultAsync(cancellationToken)!;
    }
}
