using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// Gives committed events their positions in the log of all events. Of several instances, one is at it at a time, and its positions are committed in their order: who
/// reads what comes after a position misses nothing.
/// </summary>
internal sealed class Sequencer(Database database, LogWake wake, EventFeed feed, ILogger<Sequencer> logger) : BackgroundService
{
    private const int Batch = 1000;

    /// <summary>Gives positions to the oldest that have none; returns to how many.</summary>
    internal async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand("select events.assign_positions($1)");
        command.Parameters.Add(new Npgsql.NpgsqlParameter<int> { TypedValue = Batch });
        return await command.ExecuteScalarAsync(cancellationToken) is int assigned ? assigned : 0;
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Poll.RunAsync(wake.Wake, LookAsync, "To put the log of events in order", logger, stoppingToken);

    private async Task<Found> LookAsync(CancellationToken cancellationToken)
    {
        var assigned = await RunOnceAsync(cancellationToken);
        if (assigned > 0)
        {
            feed.Wake();
        }

        return assigned == 0 ? Found.Nothing : assigned < Batch ? Found.All : Found.Full;
    }
}
