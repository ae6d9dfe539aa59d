using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>A request about one user, for <see cref="RequiresPermissionAttribute.OrSelf"/>.</summary>
public interface IAboutUser
{
    /// <summary>The user that the request is about.</summary>
    UserId Id { get; }
}
