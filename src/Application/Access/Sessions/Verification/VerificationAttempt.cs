namespace CleanApi.Application.Access;

/// <summary>A counted attempt. Dispose it to let the next one begin.</summary>
/// <param name="RetryAfter">How long to wait; null when the secret may be compared.</param>
/// <param name="Failures">Failures in a row, with this one: from its source, or from all unknown networks together where these are more.</param>
/// <param name="Lease">The lease that serializes attempts.</param>
public sealed record VerificationAttempt(TimeSpan? RetryAfter, int Failures, IDisposable Lease) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Lease.Dispose();
}
