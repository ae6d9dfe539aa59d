using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>An active administrator.</summary>
/// <param name="Id">The user.</param>
/// <param name="Email">The address, which nobody need have proved.</param>
public sealed record Administrator(UserId Id, EmailAddress Email);
