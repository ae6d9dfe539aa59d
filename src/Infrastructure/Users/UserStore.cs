using CleanApi.Application.Users;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Users;

/// <inheritdoc cref="IUserStore" />
internal sealed class UserStore(CleanApiDbContext db) : IUserStore
{
    /// <inheritdoc />
    public async Task LockWithAdministratorsAsync(UserId id, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            select 1 from users.users where deleted_at is null and (id = {id.Value} or (role = 'ADMIN' and status = 'ACTIVE'))
            order by id for no key update
            """,
            cancellationToken);
        // What was known of the caller is as old as the wait.
        db.Scope = null;
    }
}
