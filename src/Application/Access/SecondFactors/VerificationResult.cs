namespace CleanApi.Application.Access;

/// <summary>The result of a throttled verification.</summary>
/// <param name="IsValid">Whether the code or password is valid.</param>
/// <param name="RetryAfter">How long to wait; null unless the attempt was throttled.</param>
internal readonly record struct VerificationResult(bool IsValid, TimeSpan? RetryAfter = null);
