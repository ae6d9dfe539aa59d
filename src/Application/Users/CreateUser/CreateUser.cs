using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Creates a user in the caller's organization, without an account: that comes when they accept an invitation.</summary>
/// <param name="Email">At most 255 characters; stored trimmed, with ASCII letters in lower case and the domain as A-labels.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Role">The role.</param>
/// <param name="SendInvitation">Whether to invite them at once.</param>
[RequiresPermission(Permissions.UsersCreate, Denied = "Admin access required")]
[Audited("user.created")]
[ManagesTransaction("Only inserts, unless it invites.")]
[RequiresRecentAuthentication(When = Grants.Giving)]
public sealed record CreateUser(
    string? Email,
    [property: Example("Ada Lovelace")] string? Name,
    UserRole Role = UserRole.Member,
    bool SendInvitation = false) : ICommand<UserResponse>;
