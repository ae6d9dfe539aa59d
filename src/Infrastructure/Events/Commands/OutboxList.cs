using System.Globalization;
using CleanApi.Infrastructure.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>Lists the deliveries that were given up, over all organizations: one line each.</summary>
internal sealed class OutboxList : ProgramCommand
{
    /// <inheritdoc />
    public override string Words => "outbox list";

    /// <inheritdoc />
    public override string Summary => "Lists the deliveries of events that were given up, one a line, the oldest first.";

    /// <inheritdoc />
    public override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        foreach (var one in await run.Services.GetRequiredService<DeadDeliveries>().ListAsync(cancellationToken))
        {
            await run.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Id} {one.DeadAt:yyyy-MM-dd'T'HH:mm:ss'Z'} {one.EventName} {one.EventId} {one.Handler} {one.OrganizationId?.ToString() ?? "-"} {one.Attempts} {one.LastError}"));
        }

        return Done;
    }
}
