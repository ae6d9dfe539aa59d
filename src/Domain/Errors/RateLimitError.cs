namespace CleanApi.Domain.Errors;

/// <summary>429: too many requests (RFC 6585, section 4).</summary>
public sealed class RateLimitError : AppException, IRetryable
{
    /// <summary>The caller has to wait.</summary>
    /// <param name="retryAfter">How long.</param>
    public RateLimitError(TimeSpan retryAfter)
        : base("Rate limit exceeded", ErrorCodes.RateLimitExceeded, 429) => (RetryAfter, Refusal) = (retryAfter, ErrorCodes.RateLimitExceeded);

    /// <inheritdoc />
    public TimeSpan RetryAfter { get; }
}
