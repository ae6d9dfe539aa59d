using System.Globalization;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Requests;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CleanApi.WebApi.Health;

/// <summary>Writes the health status, or the error envelope when unhealthy. What is degraded serves requests.</summary>
internal static class HealthWriter
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (report.Status != HealthStatus.Unhealthy)
        {
            return context.Response.WriteAsJsonAsync(new HealthResponse("ok"));
        }

        // A load balancer that asks while the program stops, as it was told to: no failure to wake somebody for.
        RequestContext.Of(context).IsExpected = UnhealthyChecks(report).All(name => name == ShutdownHealthCheck.Name);
        throw new ServiceUnavailableError(RetryAfter, string.Create(CultureInfo.InvariantCulture, $"Not ready: {string.Join(", ", UnhealthyChecks(report))}"));
    }

    private static IEnumerable<string> UnhealthyChecks(HealthReport report) =>
        report.Entries.Where(entry => entry.Value.Status == HealthStatus.Unhealthy).Select(entry => entry.Key);
}
