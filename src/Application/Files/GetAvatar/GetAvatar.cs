using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Files;

/// <summary>The picture that a user of the caller's organization has uploaded.</summary>
[RequiresPermission(Permissions.UsersRead, OrSelf = true, OrPerson = true)]
public sealed record GetAvatar : IQuery<FileDownload>, IAboutUser
{
    /// <summary>The user; from the path, and so not settable from a query string.</summary>
    public UserId Id { get; private init; }

    /// <summary>Has the address of another picture be another one. The answer is the present picture, whatever it says.</summary>
    public string? Version { get; init; }

    /// <summary>The same query for this user.</summary>
    public GetAvatar Of(UserId id) => this with { Id = id };
}
