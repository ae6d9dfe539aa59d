namespace CleanApi.Domain.Errors;

/// <summary>An error with a <c>Retry-After</c> header (RFC 9110, section 10.2.3).</summary>
public interface IRetryable
{
    /// <summary>How long to wait; the header rounds up to whole seconds.</summary>
    TimeSpan RetryAfter { get; }
}
