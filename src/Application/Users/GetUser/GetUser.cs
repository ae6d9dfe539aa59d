using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One user of the caller's organization.</summary>
[RequiresPermission(Permissions.UsersRead, OrSelf = true, OrPerson = true)]
public sealed record GetUser : IQuery<UserResponse>, IAboutUser
{
    /// <summary>The user; from the path, and so not settable from a query string.</summary>
    public UserId Id { get; private init; }

    /// <summary>What to embed in <c>relationships</c>.</summary>
    public string? Include { get; init; }

    /// <summary>The same query for this user.</summary>
    public GetUser Of(UserId id) => this with { Id = id };
}
