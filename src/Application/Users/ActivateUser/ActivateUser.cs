using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Lets a person sign in (again); nothing changes for one who may already.</summary>
/// <param name="Id">Whom.</param>
[RequiresPermission(Permissions.UsersActivate)]
[Audited("user.activated")]
[NoValidator("The id is parsed by its type.")]
public sealed record ActivateUser(UserId Id) : ICommand<UserResponse>, IAboutUser;
