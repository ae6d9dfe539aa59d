using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CleanApi.WebApi.Health;

/// <summary>Not ready any more once the process has begun to stop, so that a load balancer sends no further requests.</summary>
internal sealed class ShutdownHealthCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The process is stopping.") : HealthCheckResult.Healthy());
}
