namespace CleanApi.Application.Access;

/// <summary>A counted sign-in attempt. Dispose it to let the next one begin.</summary>
/// <param name="IsAllowed">Whether it may succeed; otherwise it is rejected like a wrong password, after the same time.</param>
/// <param name="Lease">The lease that serializes attempts.</param>
public sealed record SignInAttempt(bool IsAllowed, IDisposable Lease) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Lease.Dispose();
}
