using System.Globalization;
using CleanApi.Domain.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CleanApi.WebApi.Health;

/// <summary>Writes the health status, or the error envelope when unhealthy. What is degraded serves requests.</summary>
internal static class HealthWriter
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public static Task WriteAsync(HttpContext context, HealthReport report) => report.Status != HealthStatus.Unhealthy
        ? context.Response.WriteAsJsonAsync(new HealthResponse("ok"))
        : throw new ServiceUnavailableError(RetryAfter, string.Create(CultureInfo.InvariantCulture, $"Not ready: {string.Join(", ", UnhealthyChecks(report))}"));

    private static IEnumerable<string> UnhealthyChecks(HealthReport report) =>
        report.Entries.Where(entry => entry.Value.Status == HealthStatus.Unhealthy).Select(entry => entry.Key);
}
