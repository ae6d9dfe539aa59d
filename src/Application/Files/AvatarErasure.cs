using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Files;

/// <summary>Deletes avatars that nobody shows any more.</summary>
[Service]
internal sealed class AvatarErasure(IAvatarStore store, IUserDirectory users)
{
    /// <summary>Deletes a user's unless it is the one that they show. Locked first: one that is uploaded meanwhile is seen with the user who shows it, or comes after.</summary>
    public async Task EraseAsync(UserId id, CancellationToken cancellationToken)
    {
        if (await store.LockAsync(id, cancellationToken) is { } sha256 && (await users.ListAsync([id], cancellationToken))[0]?.AvatarUrl != AvatarAddress.Of(id, sha256).Value)
        {
            await store.DeleteAsync(id, cancellationToken);
        }
    }
}
