using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Access;

/// <summary>Stores every two seconds, and at the end, when keys were last used: many uses are one statement, and no request waits for it.</summary>
internal sealed partial class ApiKeyUseWriter(ApiKeyUses uses, Database database, TimeProvider clock, ILogger<ApiKeyUseWriter> logger) : BackgroundService
{
    private const string SetTenant = "select set_config('app.organization_id', $1, true)";

    private const string Store =
        """
        update access.api_keys key set last_used_at = used.at from unnest($1, $2) used (id, at)
        where key.id = used.id and key.revoked_at is null and (key.last_used_at is null or key.last_used_at < used.at)
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Stores what is left.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await StoreAsync();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await StoreAsync();
        }
    }

    private async Task StoreAsync()
    {
        var taken = uses.Take();
        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            // Not cancelled by the end of the program: it waits for what is left, as long as a statement may take.
            await using var batch = database.Application.CreateBatch();
            foreach (var tenant in taken.GroupBy(use => use.Organization))
            {
                var organization = tenant.Key.Value.ToString();
                batch.BatchCommands.Add(new NpgsqlBatchCommand(SetTenant) { Parameters = { new NpgsqlParameter<string> { TypedValue = organization } } });
                batch.BatchCommands.Add(new NpgsqlBatchCommand(Store)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<Guid[]> { TypedValue = [.. tenant.Select(use => use.Key.Value)] },
                        new NpgsqlParameter<DateTime[]> { TypedValue = [.. tenant.Select(use => use.At.UtcDateTime)] },
                    },
                });
            }

            await batch.ExecuteNonQueryAsync(CancellationToken.None);
        }
        // Disposed: when the host is stopped twice at once, the database can be gone before the last uses are stored.
        catch (Exception exception) when (exception is NpgsqlException or ObjectDisposedException)
        {
            uses.PutBack(taken);
            LogFailure(exception, taken.Count);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "When {Count} API keys were last used could not be stored; the next attempt is in two seconds")]
    private partial void LogFailure(Exception exception, int count);
}
