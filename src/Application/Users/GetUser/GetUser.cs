using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One user of the caller's organization.</summary>
/// <param name="Id">Whom.</param>
/// <param name="IncludeOrganization">Whether to embed the organization.</param>
[NoValidator("Typed by its parser.")]
[RequiresPermission(Permissions.UsersRead, OrSelf = true)]
public sealed record GetUser(UserId Id, bool IncludeOrganization = false) : IQuery<UserResponse>, IAboutUser;
