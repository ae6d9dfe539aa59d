using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Access;

/// <summary>Writes the keys' last use in batches, every two seconds and at shutdown, outside of requests.</summary>
internal sealed partial class ApiKeyUseWriter(ApiKeyUses uses, Database database, TimeProvider clock, ILogger<ApiKeyUseWriter> logger) : BackgroundService
{
    private const string SetTenant = "select set_config('app.organization_id', $1, true)";

    // No event: a mark of use.
    private const string UpdateLastUsed =
        """
        update access.api_keys key set last_used_at = used.at from unnest($1, $2) used (id, at)
        where key.id = used.id and key.revoked_at is null and (key.last_used_at is null or key.last_used_at < used.at)
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private bool isFailing;

    /// <summary>Writes what is left at shutdown.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteAsync();
        }
    }

    private async Task WriteAsync()
    {
        var drained = uses.Drain();
        if (drained.Count == 0)
        {
            return;
        }

        try
        {
            // Not cancelled by the shutdown, so that the last uses are written; the command timeout bounds it.
            await using var batch = database.Application.CreateBatch();
            foreach (var tenant in drained.GroupBy(use => use.Organization))
            {
                var organization = tenant.Key.Value.ToString();
                batch.BatchCommands.Add(new NpgsqlBatchCommand(SetTenant) { Parameters = { new NpgsqlParameter<string> { TypedValue = organization } } });
                batch.BatchCommands.Add(new NpgsqlBatchCommand(UpdateLastUsed)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<Guid[]> { TypedValue = [.. tenant.Select(use => use.Key.Value)] },
                        new NpgsqlParameter<DateTime[]> { TypedValue = [.. tenant.Select(use => use.At.UtcDateTime)] },
                    },
                });
            }

            await batch.ExecuteNonQueryAsync(CancellationToken.None);
            if (isFailing)
            {
                isFailing = false;
                LogRecovery();
            }
        }
        // Disposed: when the host is stopped twice concurrently, the data source can be disposed before the last uses are written.
        catch (Exception exception) when (exception is NpgsqlException or ObjectDisposedException)
        {
            uses.Restore(drained);
            // Once an outage, which is told elsewhere too: there is an attempt every two seconds.
            if (!isFailing)
            {
                isFailing = true;
                LogFailure(drained.Count, exception.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "When {Count} API keys were last used could not be stored, and is tried again every two seconds: {Cause}")]
    private partial void LogFailure(int count, string cause);

    [LoggerMessage(Level = LogLevel.Information, Message = "When API keys were last used is stored again")]
    private partial void LogRecovery();
}
