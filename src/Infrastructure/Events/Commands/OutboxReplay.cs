using CleanApi.Domain.Common;
using CleanApi.Domain.Events;
using CleanApi.Infrastructure.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>Has deliveries that were given up tried again.</summary>
internal sealed class OutboxReplay : ProgramCommand
{
    private const string All = "all";

    /// <inheritdoc />
    public override string Words => "outbox replay";

    /// <inheritdoc />
    public override string Arguments => "DELIVERY… | all";

    /// <inheritdoc />
    public override string Summary => "Has deliveries that were given up (dlv_…), or all of them, tried again with what waits behind them.";

    /// <inheritdoc />
    public override string? Refuse(IReadOnlyList<string> arguments) => arguments switch
    {
        [] => "Which deliveries?",
        [All] => null,
        _ => arguments.FirstOrDefault(argument => !TypeId.TryParse<OutboxDeliveryId>(argument, out _)) is { } wrong ? $"{wrong} is no delivery: an id begins with dlv_." : null,
    };

    /// <inheritdoc />
    public override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var deliveries = run.Services.GetRequiredService<DeadDeliveries>();
        var isAll = run.Arguments is [All];
        var unknown = isAll ? [] : run.Arguments.ToHashSet(StringComparer.Ordinal);
        foreach (var one in (await deliveries.ListAsync(cancellationToken)).Where(one => isAll || unknown.Contains(one.Id.ToString())))
        {
            if (await deliveries.ReplayAsync(one, cancellationToken))
            {
                unknown.Remove(one.Id.ToString());
                await run.Output.WriteLineAsync($"{one.Id} is tried again");
            }
        }

        foreach (var id in unknown)
        {
            await run.Errors.WriteLineAsync($"{id} is no delivery that was given up.");
        }

        return unknown.Count == 0 ? Done : Failed;
    }
}
