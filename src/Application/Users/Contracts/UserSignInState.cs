using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>A user, as other modules need it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Status">Whether they may sign in.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
public sealed record UserSignInState(UserRole Role, UserStatus Status, string Name, EmailAddress Email);
