using System.Globalization;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CleanApi.Infrastructure.Health;

/// <summary>
/// Checks that PostgreSQL responds over a connection that serves requests, and that this connection still may. One statement is under way at a time, however many ask:
/// who asks meanwhile gets its result. A singleton.
/// </summary>
internal sealed class DatabaseHealthCheck(Database database) : IHealthCheck
{
    // Below the 3 seconds that are promised. The statement itself is bounded by the limits of its connection, which may take longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly Lock gate = new();
    private Task<HealthCheckResult> latest = Task.FromResult(HealthCheckResult.Healthy());

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Latest().WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            return HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL has not responded for {Patience.TotalSeconds} s"), exception);
        }
    }

    private Task<HealthCheckResult> Latest()
    {
        lock (gate)
        {
            return latest = latest.IsCompleted ? AskAsync() : latest;
        }
    }

    private async Task<HealthCheckResult> AskAsync()
    {
        try
        {
            await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync();
            var state = await ConnectionState.ReadAsync(connection, CancellationToken.None);
            state.Require();
            return state switch
            {
                // Reads go on.
                { IsReadOnly: true } => HealthCheckResult.Degraded("PostgreSQL takes no changes: it is a standby, or set to read-only"),
                { SearchesByIndex: false } => HealthCheckResult.Degraded(TrigramSearch.NotIndexed),
                _ => HealthCheckResult.Healthy(),
            };
        }
        catch (Exception exception)
        {
            return HealthCheckResult.Unhealthy(exception.Message, exception);
        }
    }
}
