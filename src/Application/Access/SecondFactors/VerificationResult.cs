namespace CleanApi.Application.Access;

/// <summary>How an attempt ended.</summary>
/// <param name="IsValid">Whether the code or password was right.</param>
/// <param name="RetryAfter">How long to wait, where it was not looked at.</param>
internal readonly record struct VerificationResult(bool IsValid, TimeSpan? RetryAfter = null);
