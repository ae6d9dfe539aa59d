using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Deactivates a user and ends their sessions; does nothing when they are deactivated already.</summary>
/// <param name="Id">The user; not the caller.</param>
[RequiresPermission(Permissions.UsersActivate)]
[Audited("user.deactivated")]
[NoValidator("The id is parsed by its type.")]
[RequiresRecentAuthentication]
public sealed record DeactivateUser(UserId Id) : ICommand<UserResponse>, IAboutUser;
