using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Whose password a link sets.</summary>
/// <param name="Email">The address of the account.</param>
public sealed record PasswordResetPreviewResponse(EmailAddress Email);
