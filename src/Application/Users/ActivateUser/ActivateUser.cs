using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Activates a user; does nothing when they are active already.</summary>
/// <param name="Id">The user.</param>
[RequiresPermission(Permissions.UsersActivate)]
[Audited(UserProvisioner.ActivatedAction)]
[NoValidator("The id is parsed by its type.")]
[RequiresRecentAuthentication(When = Grants.Giving)]
public sealed record ActivateUser(UserId Id) : ICommand<UserResponse>, IAboutUser;
