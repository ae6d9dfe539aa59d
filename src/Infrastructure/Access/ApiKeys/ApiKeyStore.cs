using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IApiKeyStore" />
internal sealed class ApiKeyStore(CleanApiDbContext db) : IApiKeyStore
{
    /// <inheritdoc />
    public async Task LockOwnerForUpdateAsync(UserId userId, CancellationToken cancellationToken)
    {
        // No event: nothing changes; the row is locked.
        await db.Database.ExecuteSqlAsync(
            $"""
            update access.accounts account set updated_at = account.updated_at from access.memberships membership
            where membership.account_id = account.id and membership.user_id = {userId.Value} and membership.deleted_at is null
            """,
            cancellationToken);
        // What was known of the caller is as old as the wait.
        db.Scope = null;
    }

    /// <inheritdoc />
    public Task InvalidateAsync(UserId userId, CancellationToken cancellationToken) =>
        // No event: the key stays as it is; what is remembered of it is not used any more.
        db.Set<ApiKey>()
            .Where(key => key.UserId == userId && key.RevokedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(key => key.Stamp, key => key.Stamp + 1), cancellationToken);
}
