using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>
/// Removes the second factors of a user who has lost them: authenticator app, passkeys and recovery codes. Only where their account is in no other organization:
/// what an administrator of one decides must not weaken how somebody signs in to another.
/// </summary>
/// <param name="Id">The user; not the caller.</param>
[RequiresPermission(Permissions.UsersResetFactors, Denied = "Admin access required")]
[RequiresRecentAuthentication]
[Audited("user.factors_reset")]
[NoValidator("The id is parsed by its type.")]
public sealed record ResetUserFactors(UserId Id) : ICommand<UserResponse>, IAboutUser;
