namespace CleanApi.Domain.Errors;

/// <summary>429: too many requests (RFC 6585, section 4).</summary>
/// <param name="retryAfter">How long to wait.</param>
/// <param name="message">What the client is told.</param>
public sealed class RateLimitError(TimeSpan retryAfter, string message = "Rate limit exceeded")
    : AppException(message, ErrorCodes.RateLimitExceeded, 429), IRetryable
{
    /// <inheritdoc />
    public TimeSpan RetryAfter { get; } = retryAfter;
}
