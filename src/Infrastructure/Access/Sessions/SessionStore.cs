using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="ISessionStore" />
internal sealed class SessionStore(CleanApiDbContext db) : ISessionStore
{
    /// <inheritdoc />
    public async Task LockOriginForUpdateAsync(SessionId id, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"select 1 from access.accounts where id = (select account_id from access.sessions where id = {id.Value}) for no key update", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            select 1 from access.sessions where origin_id = (select origin_id from access.sessions where id = {id.Value})
              and revoked_at is null order by id for no key update
            """,
            cancellationToken);
        // What was known of the caller is as old as the wait.
        db.Scope = null;
    }

    /// <inheritdoc />
    public async Task LockAllForUpdateAsync(UserId userId, CancellationToken cancellationToken)
    {
        // Two statements: the second sees what was committed while the first waited.
        await db.Database.ExecuteSqlAsync(
            $"""
            select 1 from access.accounts account join access.memberships membership on membership.account_id = account.id
            where membership.user_id = {userId.Value} for no key update of account
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            select 1 from access.sessions where account_id = (select account_id from access.memberships where user_id = {userId.Value} and deleted_at is null)
              and revoked_at is null order by id for no key update
            """,
            cancellationToken);
        // What was known of the caller is as old as the wait.
        db.Scope = null;
    }

    /// <inheritdoc />
    public async Task<bool> TouchAsync(SessionId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        // No event: a mark of use.
        await db.Set<Session>()
            .Where(session => session.Id == id && session.RevokedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.LastUsedAt, now), cancellationToken) > 0;
}
