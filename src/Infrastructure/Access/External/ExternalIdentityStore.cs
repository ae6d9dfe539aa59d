using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IExternalIdentityStore" />
internal sealed class ExternalIdentityStore(CleanApiDbContext db) : IExternalIdentityStore
{
    /// <inheritdoc />
    public Task<LinkedIdentity?> FindAsync(string issuer, string subject, CancellationToken cancellationToken) =>
        db.Set<ExternalIdentity>().AsNoTracking()
            .Where(identity => identity.Issuer == issuer && identity.Subject == subject)
            .Select(identity => new LinkedIdentity(identity.Id, identity.AccountId))
            .FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<bool> TouchAsync(ExternalIdentityId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        // No event: a mark of use.
        await db.Set<ExternalIdentity>().Where(identity => identity.Id == id)
            .ExecuteUpdateAsync(update => update.SetProperty(identity => identity.LastUsedAt, now), cancellationToken) > 0;

    /// <inheritdoc />
    public async Task UnlinkAllAsync(AccountId accountId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var identity in await db.Set<ExternalIdentity>().Where(identity => identity.AccountId == accountId && identity.CreatedAt >= since).ToListAsync(cancellationToken))
        {
            identity.Unlink(now);
        }
    }
}
