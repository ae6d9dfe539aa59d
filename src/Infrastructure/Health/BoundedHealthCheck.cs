using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CleanApi.Infrastructure.Health;

/// <summary>
/// Checks by asking PostgreSQL, which may be silent. One question is under way at a time, however many ask: who asks meanwhile gets its result. A singleton.
/// </summary>
internal abstract class BoundedHealthCheck : IHealthCheck
{
    /// <summary>How long anybody waits: less than the 3 seconds that are promised. The statement itself is bounded by the limits of its connection, which may take longer.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly Lock gate = new();
    private Task<HealthCheckResult> latest = Task.FromResult(HealthCheckResult.Healthy());

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Latest().WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            return Late(exception);
        }
    }

    /// <summary>Asks. Throws nothing: what goes wrong is a result.</summary>
    protected abstract Task<HealthCheckResult> AskAsync();

    /// <summary>The result where there was none in time.</summary>
    protected abstract HealthCheckResult Late(TimeoutException exception);

    private Task<HealthCheckResult> Latest()
    {
        lock (gate)
        {
            return latest = latest.IsCompleted ? AskAsync() : latest;
        }
    }
}
