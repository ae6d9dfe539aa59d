namespace CleanApi.Application.Access;

/// <summary>How somebody who signs in has proved who they are.</summary>
/// <param name="Method">What came first.</param>
/// <param name="PasswordChangedAt">When the verified password was set; if it has changed since, there is no session.</param>
/// <param name="IsMultiFactor">Whether a second factor was proved as well, or is part of the first.</param>
public sealed record SignInProof(SignInMethod Method, DateTimeOffset? PasswordChangedAt = null, bool IsMultiFactor = false);
