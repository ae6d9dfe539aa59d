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
    public override string Arguments => "[--handler NAME]";

    /// <inheritdoc />
    public override string Summary => "Lists what was given up, the oldest first: delivery, time, event, id, handler, organization, attempts, error.";

    /// <inheritdoc />
    public override IReadOnlyList<string> Options => [DeliverySelection.HandlerOption];

    /// <inheritdoc />
    public override string? Refuse(IReadOnlyList<string> arguments) => arguments is [] or [DeliverySelection.HandlerOption, { Length: > 0 }] ? null : base.Refuse(arguments);

    /// <inheritdoc />
    public override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var handler = run.Arguments is [_, var name] ? name : null;
        foreach (var one in await run.Services.GetRequiredService<StuckDeliveries>().ListDeadAsync(handler, cancellationToken))
        {
            await run.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Id} {one.DeadAt:yyyy-MM-dd'T'HH:mm:ss'Z'} {one.EventName} {one.EventId} {one.Handler} {one.OrganizationId?.ToString() ?? "-"} {one.Attempts} {one.LastError}"));
        }

        return Done;
    }
}
