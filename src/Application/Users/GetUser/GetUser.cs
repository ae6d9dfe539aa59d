using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One user of the caller's organization.</summary>
/// <param name="Id">The user.</param>
/// <param name="Include">What to embed in <c>relationships</c>.</param>
[RequiresPermission(Permissions.UsersRead, OrSelf = true, OrPerson = true)]
public sealed record GetUser(UserId Id, string? Include = null) : IQuery<UserResponse>, IAboutUser;
