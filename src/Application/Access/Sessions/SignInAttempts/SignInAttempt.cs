namespace CleanApi.Application.Access;

/// <summary>An attempt to sign in that has been counted. Dispose it when it is over, to let the next one begin.</summary>
/// <param name="IsAllowed">Whether it may succeed; otherwise it is refused like a wrong password, after as long.</param>
/// <param name="Lease">What it holds meanwhile.</param>
public sealed record SignInAttempt(bool IsAllowed, IDisposable Lease) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Lease.Dispose();
}
