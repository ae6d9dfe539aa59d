using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>A user as a sign-in sees them.</summary>
/// <param name="Role">What they may do.</param>
/// <param name="Status">Whether they may sign in.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
public sealed record SignInState(UserRole Role, UserStatus Status, string Name, EmailAddress Email);
