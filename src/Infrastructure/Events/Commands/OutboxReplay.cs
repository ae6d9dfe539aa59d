using CleanApi.Infrastructure.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>Has deliveries that were given up tried again; or gives those of a handler that this version does not have to one that it has.</summary>
internal sealed class OutboxReplay : ProgramCommand
{
    /// <inheritdoc />
    public override string Words => "outbox replay";

    /// <inheritdoc />
    public override string Arguments => "DELIVERY… | all | --handler NAME [--to NAME]";

    /// <inheritdoc />
    public override string Summary => "Has what was given up tried again, with what waits behind it; --to gives what waits for a handler that is gone to another.";

    /// <inheritdoc />
    public override IReadOnlyList<string> Options => [DeliverySelection.HandlerOption, DeliverySelection.TargetOption];

    /// <inheritdoc />
    public override string? Refuse(IReadOnlyList<string> arguments) => DeliverySelection.Refuse(arguments, allowsAll: true);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var selection = DeliverySelection.Of(run.Arguments);
        if (Refuse(selection, run.Services.GetRequiredService<StuckDeliveries>().Handlers) is { } wrong)
        {
            await run.Errors.WriteLineAsync(wrong);
            return Failed;
        }

        var (actions, isDone) = (run.Services.GetRequiredService<StuckDeliveryActions>(), true);
        await foreach (var some in selection.FindAsync(run, () => isDone = false, cancellationToken))
        {
            var replayed = await actions.ReplayAsync(some, selection.Target, cancellationToken);
            foreach (var one in some)
            {
                var isReplayed = replayed.Contains(one.Id.Value);
                isDone &= isReplayed;
                await (isReplayed ? run.Output : run.Errors).WriteLineAsync(
                    isReplayed ? $"{one.Id} is tried again" : $"{one.Id} goes on by itself, or {selection.Target ?? one.Handler} has its event already.");
            }
        }

        return isDone ? Done : Failed;
    }

    private static string? Refuse(DeliverySelection selection, string[] handlers) =>
        selection is { Handler: { } gone, Target: null } && !handlers.Contains(gone, StringComparer.Ordinal)
            ? $"{gone} is no handler of this version: nobody would handle what is replayed. Give it to another with {DeliverySelection.TargetOption}, or drop it."
        : selection is { Handler: { } own, Target: not null } && handlers.Contains(own, StringComparer.Ordinal)
            ? $"{own} is a handler of this version, which gets its events itself: leave {DeliverySelection.TargetOption} out."
        : selection.Target is { } target && !handlers.Contains(target, StringComparer.Ordinal)
            ? $"{target} is no handler of this version. It has {string.Join(", ", handlers)}."
        : null;
}
