using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>A user whom an invitation may be for.</summary>
/// <param name="Id">The user.</param>
/// <param name="Role">The role.</param>
/// <param name="Status">Whether they may sign in.</param>
/// <param name="Name">The name.</param>
public sealed record InvitableUser(UserId Id, UserRole Role, UserStatus Status, string Name);
