using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>A sign-in that waits for its second factor.</summary>
/// <param name="Email">The address of the account.</param>
/// <param name="AttemptsLeft">How many codes can still be tried; at least one.</param>
public sealed record MfaChallengePreviewResponse(EmailAddress Email, int AttemptsLeft);
