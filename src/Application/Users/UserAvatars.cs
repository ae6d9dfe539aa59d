using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Services;
using Mapster;

namespace CleanApi.Application.Users;

/// <inheritdoc cref="IUserAvatars" />
[Service]
internal sealed class UserAvatars(UserUpdateService updates, IAuditTrail audit, TimeProvider clock) : IUserAvatars
{
    /// <inheritdoc />
    public async Task<UserResponse> ChangeAsync(AvatarAddress? address, CancellationToken cancellationToken)
    {
        var user = await updates.LoadSelfAsync(cancellationToken);
        audit.Record(user);
        user.UpdateProfile(user.Name, user.Bio, address?.Value, clock.GetUtcNow());
        return user.Adapt<UserResponse>();
    }
}
