using System.Globalization;
using CleanApi.Domain.Common;
using CleanApi.Domain.Events;
using CleanApi.Infrastructure.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>Shows one delivery that is stuck, with its event: a name and a value each line.</summary>
internal sealed class OutboxShow : ProgramCommand
{
    /// <inheritdoc />
    public override string Words => "outbox show";

    /// <inheritdoc />
    public override string Arguments => "DELIVERY";

    /// <inheritdoc />
    public override string Summary => "Shows a delivery that is stuck, with its error, its event as it is stored, and how many wait behind it.";

    /// <inheritdoc />
    public override string? Refuse(IReadOnlyList<string> arguments) => arguments switch
    {
        [] => "Which delivery?",
        [var id] => TypeId.TryParse<OutboxDeliveryId>(id, out _) ? null : $"{id} is no delivery: an id begins with odl_.",
        [_, var more, ..] => $"{more} is not expected.",
    };

    /// <inheritdoc />
    public override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var isMissing = false;
        await foreach (var one in DeliverySelection.Of(run.Arguments).FindAsync(run, () => isMissing = true, cancellationToken))
        {
            var (payload, waiting) = await run.Services.GetRequiredService<StuckDeliveries>().ReadAsync(one[0], cancellationToken);
            await run.Output.WriteLineAsync(Describe(one[0], payload, waiting));
        }

        return isMissing ? Failed : Done;
    }

    private static string Describe(StuckDelivery one, string payload, long waiting) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        delivery: {one.Id}
        state: {(one.DeadAt is { } dead ? $"given up at {dead:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "waits for a handler that this version does not have")}
        handler: {one.Handler}
        attempts: {one.Attempts}
        error: {one.LastError}
        behind it: {waiting}
        event: {one.EventId} {one.EventName}
        happened: {one.OccurredAt:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}
        subject: {one.Subject}
        organization: {one.OrganizationId?.ToString() ?? "-"}
        payload: {payload}
        """);
}
