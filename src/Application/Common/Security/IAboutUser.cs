using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>A request about one user; lets <see cref="RequiresPermissionAttribute.OrSelf"/> see whether it is the caller.</summary>
public interface IAboutUser
{
    /// <summary>The user that the request is about.</summary>
    UserId Id { get; }
}
