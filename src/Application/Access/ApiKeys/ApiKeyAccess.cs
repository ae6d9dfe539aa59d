using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Access of the caller to API keys: which ones they may see, and how many they may own.</summary>
[Service]
internal sealed class ApiKeyAccess(IApiKeyStore store, IRepository<ApiKey> keys, ICallerContext context, IUserDirectory users, TimeProvider clock)
{
    /// <summary>Whether the caller may access a key: their own, or any key with <see cref="Permissions.ApiKeysManageAll"/>.</summary>
    public static bool CanAccess(Caller caller, UserId owner) => owner == caller.ActingUserId || caller.Has(Permissions.ApiKeysManageAll);

    /// <summary>
    /// Returns a key that the caller may access, tracked. Locks the account of its owner: whoever ends the owner's keys is not held up by somebody who keeps changing one.
    /// </summary>
    /// <exception cref="NotFoundError">The key does not exist, or is another user's.</exception>
    public async Task<ApiKey> LoadAsync(ApiKeyId id, CancellationToken cancellationToken)
    {
        if (await keys.SingleOrDefaultAsync(new ApiKeyByIdSpec(id), cancellationToken) is not { } key || !CanAccess(context.Required, key.UserId))
        {
            throw AccessErrors.ApiKeyNotFound(id);
        }

        await store.LockOwnerForUpdateAsync(key.UserId, cancellationToken);
        return key;
    }

    /// <summary>
    /// Requires that the caller may own another key. Locks the account: neither the number of keys nor the role changes before the new key is stored.
    /// </summary>
    /// <exception cref="ConflictError">The caller has <see cref="ApiKey.MaxActiveKeys"/> active keys.</exception>
    public async Task RequireBelowLimitAsync(CancellationToken cancellationToken)
    {
        var owner = context.RequiredUserId;
        await store.LockOwnerForUpdateAsync(owner, cancellationToken);
        // The session ended with a change of role while this waited for the lock.
        if (await users.FindAsync(owner, cancellationToken) is not { Status: UserStatus.Active } user || user.Role != context.RequiredUser.Role)
        {
            throw AccessErrors.InvalidToken();
        }

        if (await keys.CountAsync(new ActiveApiKeysByUserSpec(owner, clock.GetUtcNow()), cancellationToken) >= ApiKey.MaxActiveKeys)
        {
            throw AccessErrors.KeyLimitReached();
        }
    }
}
