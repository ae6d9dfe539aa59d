using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The verified factors of a sign-in.</summary>
/// <param name="Method">The first factor.</param>
/// <param name="PasswordChangedAt">When the verified password was set; no session is created if it has changed since.</param>
/// <param name="IsMultiFactor">Whether a second factor was verified too, or is part of the first.</param>
/// <param name="SessionId">The session that was switched from, which the new one continues; none is created if it has ended since.</param>
public sealed record SignInProof(
    SignInMethod Method,
    DateTimeOffset? PasswordChangedAt = null,
    bool IsMultiFactor = false,
    SessionId? SessionId = null);
