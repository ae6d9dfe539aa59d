using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>What other modules know of a user.</summary>
/// <param name="Role">What they may do.</param>
/// <param name="Status">Whether they may sign in.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
public sealed record UserSignInState(UserRole Role, UserStatus Status, string Name, EmailAddress Email);
