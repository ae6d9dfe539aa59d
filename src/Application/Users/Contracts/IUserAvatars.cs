namespace CleanApi.Application.Users;

/// <summary>What picture users show. Joins the caller's transaction.</summary>
public interface IUserAvatars
{
    /// <summary>Has the calling user show another picture; the target of the command's audit entry.</summary>
    /// <param name="address">Of the picture; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<UserResponse> ChangeAsync(AvatarAddress? address, CancellationToken cancellationToken);
}
