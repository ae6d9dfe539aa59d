using CleanApi.Infrastructure.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>Discards deliveries that are stuck.</summary>
internal sealed class OutboxDrop : ProgramCommand
{
    /// <inheritdoc />
    public override string Words => "outbox drop";

    /// <inheritdoc />
    public override string Arguments => "DELIVERY… | --handler NAME";

    /// <inheritdoc />
    public override string Summary => "Discards what was given up, or all that waits for a handler that this version does not have: it is never handled.";

    /// <inheritdoc />
    public override IReadOnlyList<string> Options => [DeliverySelection.HandlerOption];

    /// <inheritdoc />
    public override string? Refuse(IReadOnlyList<string> arguments) => DeliverySelection.Refuse(arguments, allowsAll: false);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var (actions, isDone) = (run.Services.GetRequiredService<StuckDeliveryActions>(), true);
        await foreach (var some in DeliverySelection.Of(run.Arguments).FindAsync(run, () => isDone = false, cancellationToken))
        {
            var dropped = await actions.DropAsync(some, cancellationToken);
            foreach (var one in some)
            {
                var isDropped = dropped.Contains(one.Id.Value);
                isDone &= isDropped;
                await (isDropped ? run.Output : run.Errors).WriteLineAsync(isDropped ? $"{one.Id} is dropped" : $"{one.Id} goes on by itself.");
            }
        }

        return isDone ? Done : Failed;
    }
}
