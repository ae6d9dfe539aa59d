using System.Globalization;
using CleanApi.Domain.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CleanApi.WebApi.Health;

/// <summary>Says how it is in one word, and in the error envelope when it is not well.</summary>
internal static class HealthWriter
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public static Task WriteAsync(HttpContext context, HealthReport report) => report.Status == HealthStatus.Healthy
        ? context.Response.WriteAsJsonAsync(new HealthResponse("ok"))
        : throw new ServiceUnavailableError(RetryAfter, string.Create(CultureInfo.InvariantCulture, $"Not ready: {string.Join(", ", Unwell(report))}"));

    private static IEnumerable<string> Unwell(HealthReport report) =>
        report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key);
}
