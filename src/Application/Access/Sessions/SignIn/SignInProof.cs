namespace CleanApi.Application.Access;

/// <summary>The verified factors of a sign-in.</summary>
/// <param name="Method">The first factor.</param>
/// <param name="PasswordChangedAt">When the verified password was set; no session is created if it has changed since.</param>
/// <param name="IsMultiFactor">Whether a second factor was verified too, or is part of the first.</param>
public sealed record SignInProof(SignInMethod Method, DateTimeOffset? PasswordChangedAt = null, bool IsMultiFactor = false);
