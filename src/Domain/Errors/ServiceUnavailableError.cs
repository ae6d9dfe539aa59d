namespace CleanApi.Domain.Errors;

/// <summary>503: the service is overloaded or in maintenance, or the database is unavailable.</summary>
/// <param name="retryAfter">How long to wait.</param>
/// <param name="message">Human-readable.</param>
/// <param name="inner">The cause, for the log.</param>
public sealed class ServiceUnavailableError(TimeSpan retryAfter, string message = "The service is temporarily unavailable", Exception? inner = null)
    : AppException(message, ErrorCodes.ServiceUnavailable, 503, inner: inner), IRetryable
{
    /// <inheritdoc />
    public TimeSpan RetryAfter { get; } = retryAfter;
}
