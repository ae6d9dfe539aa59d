using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Several users at once: the answer has the order of the ids, with null for those that the caller's organization does not have.</summary>
/// <param name="Ids">At most 100.</param>
[RequiresPermission(Permissions.UsersRead)]
public sealed record GetUsersByIds(IReadOnlyList<UserId> Ids) : IQuery<IReadOnlyList<UserResponse?>>;
