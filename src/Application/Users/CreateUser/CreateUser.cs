using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Adds a person to the caller's organization. Nobody chooses a password for somebody else, so none is sent here.</summary>
/// <param name="Email">Their address, at most 255 characters; stored trimmed and in lower case.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Role">What they may do.</param>
[RequiresPermission(Permissions.UsersCreate, Denied = "Admin access required")]
[Audited("user.created")]
[InsertsOnly]
public sealed record CreateUser(string? Email, string? Name, UserRole Role = UserRole.Member) : ICommand<UserResponse>;
