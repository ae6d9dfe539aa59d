using System.Globalization;
using CleanApi.Infrastructure.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>Lists the handlers that deliveries wait for and this version does not have: one line each.</summary>
internal sealed class OutboxOrphans : ProgramCommand
{
    /// <inheritdoc />
    public override string Words => "outbox orphans";

    /// <inheritdoc />
    public override string Summary => "Lists handlers that this version does not have and deliveries wait for: handler, how many, since when.";

    /// <inheritdoc />
    public override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        foreach (var (handler, count, oldest) in await run.Services.GetRequiredService<StuckDeliveries>().ListOrphansAsync(cancellationToken))
        {
            await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{handler} {count} {oldest:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        }

        return Done;
    }
}
