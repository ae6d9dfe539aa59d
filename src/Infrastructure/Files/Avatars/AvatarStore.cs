using CleanApi.Application.Common.Security;
using CleanApi.Application.Files;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Files;

/// <inheritdoc cref="IAvatarStore" />
internal sealed class AvatarStore(CleanApiDbContext db, ICallerContext context) : IAvatarStore
{
    /// <inheritdoc />
    public Task<Avatar?> FindAsync(UserId id, CancellationToken cancellationToken) =>
        db.Set<UserAvatar>().Where(avatar => avatar.UserId == id).Select(avatar => new Avatar(avatar.Content, avatar.Sha256)).SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<string?> LockAsync(UserId id, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from files.user_avatars where user_id = {id.Value} for update", cancellationToken);
        return await db.Set<UserAvatar>().Where(avatar => avatar.UserId == id).Select(avatar => avatar.Sha256).SingleOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task PutAsync(UserId id, Avatar avatar, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into files.user_avatars (user_id, organization_id, content, sha256)
        values ({id.Value}, {context.Required.OrganizationId.Value}, {avatar.Content}, {avatar.Sha256})
        on conflict (user_id) do update set content = excluded.content, sha256 = excluded.sha256
        """,
        cancellationToken);

    /// <inheritdoc />
    public Task DeleteAsync(UserId id, CancellationToken cancellationToken) =>
        db.Set<UserAvatar>().Where(avatar => avatar.UserId == id).ExecuteDeleteAsync(cancellationToken);
}
