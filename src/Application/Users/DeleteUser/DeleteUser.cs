using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

/// <summary>Deletes a user and ends their sessions; the email address can be used again.</summary>
/// <param name="Id">The user; not the caller.</param>
[RequiresPermission(Permissions.UsersDelete)]
[Audited("user.deleted")]
[NoValidator("The id is parsed by its type.")]
[RequiresRecentAuthentication]
public sealed record DeleteUser(UserId Id) : ICommand<Unit>, IAboutUser;
