using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CleanApi.WebApi.Health;

/// <summary>Unhealthy once the process is shutting down, so that a load balancer sends no further requests.</summary>
internal sealed class ShutdownHealthCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <summary>Its name.</summary>
    public const string Name = "shutdown";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The process is stopping.") : HealthCheckResult.Healthy());
}
