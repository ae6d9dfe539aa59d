using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The caller as the owner of keys.</summary>
[Service]
internal sealed class ApiKeyAccess(IApiKeyStore store, IRepository<ApiKey> keys, ICallerContext context, IUserDirectory users, TimeProvider clock)
{
    /// <summary>Whether the caller may see a key: their own, or with the permission for everybody's.</summary>
    public static bool CanAccess(Caller caller, UserId owner) => owner == caller.ActingUserId || caller.Has(Permissions.ApiKeysManageAll);

    /// <summary>A key that the caller may see, to change it.</summary>
    /// <exception cref="NotFoundError">There is none, or it is another's.</exception>
    public async Task<ApiKey> LoadAsync(ApiKeyId id, CancellationToken cancellationToken) =>
        await keys.SingleOrDefaultAsync(new ApiKeyByIdSpec(id), cancellationToken) is { } key && CanAccess(context.Required, key.UserId)
            ? key
            : throw AccessErrors.ApiKeyNotFound(id);

    /// <summary>Makes room for one more key of the caller, whose role stays the same until it is stored; answers the role.</summary>
    /// <exception cref="ConflictError">They have as many as anybody may have.</exception>
    public async Task<UserRole> RequireBelowLimitAsync(CancellationToken cancellationToken)
    {
        var owner = context.RequiredUserId;
        await store.LockOwnerForUpdateAsync(owner, cancellationToken);
        if (await users.FindAsync(owner, cancellationToken) is not { Status: UserStatus.Active } user)
        {
            throw AccessErrors.InvalidToken();
        }

        return await keys.CountAsync(new ActiveApiKeysByUserSpec(owner, clock.GetUtcNow()), cancellationToken) < ApiKey.MaxActiveKeys
            ? user.Role
            : throw new ConflictError($"Nobody can have more than {ApiKey.MaxActiveKeys} keys at a time");
    }
}
