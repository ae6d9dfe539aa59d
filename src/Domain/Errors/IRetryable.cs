namespace CleanApi.Domain.Errors;

/// <summary>An error that tells when to try again; becomes <c>Retry-After</c> (RFC 9110, section 10.2.3).</summary>
public interface IRetryable
{
    /// <summary>How long to wait, rounded up to whole seconds on the wire.</summary>
    TimeSpan RetryAfter { get; }
}
