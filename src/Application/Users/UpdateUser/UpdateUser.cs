using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Changes some fields of a user: administrators change any user of their organization, others only themselves.</summary>
/// <param name="Id">The user.</param>
/// <param name="Patch">What to change.</param>
[RequiresPermission(Permissions.UsersUpdate, OrSelf = true)]
[Audited("user.updated")]
[RequiresRecentAuthentication(When = Grants.Changing)]
public sealed record UpdateUser(UserId Id, UserPatch Patch) : ICommand<UserResponse>, IAboutUser;
