using System.Globalization;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CleanApi.Infrastructure.Health;

/// <summary>Checks that PostgreSQL responds over a connection that serves requests, and that this connection still may.</summary>
internal sealed class DatabaseHealthCheck(Database database) : BoundedHealthCheck
{
    /// <inheritdoc />
    protected override HealthCheckResult Late(TimeoutException exception) =>
        HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL has not responded for {Patience.TotalSeconds} s"), exception);

    /// <inheritdoc />
    protected override async Task<HealthCheckResult> AskAsync()
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
