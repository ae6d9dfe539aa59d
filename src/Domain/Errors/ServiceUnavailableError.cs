namespace CleanApi.Domain.Errors;

/// <summary>503: overloaded, in maintenance, or the database is out of reach.</summary>
/// <param name="retryAfter">How long to wait.</param>
/// <param name="message">For people.</param>
/// <param name="inner">What happened, for the log.</param>
public sealed class ServiceUnavailableError(TimeSpan retryAfter, string message = "The service is temporarily unavailable", Exception? inner = null)
    : AppException(message, ErrorCodes.ServiceUnavailable, 503, inner: inner), IRetryable
{
    /// <inheritdoc />
    public TimeSpan RetryAfter { get; } = retryAfter;
}
