using System.Runtime.CompilerServices;
using CleanApi.Domain.Common;
using CleanApi.Domain.Events;
using CleanApi.Infrastructure.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>Which stuck deliveries a command is about: some by their ids, those of a handler, or all that were given up.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="Handler">The handler; null: none is named.</param>
/// <param name="IsAll">Whether all.</param>
/// <param name="Target">The handler that gets them; null: their own.</param>
internal sealed record DeliverySelection(IReadOnlyList<OutboxDeliveryId> Ids, string? Handler, bool IsAll, string? Target)
{
    /// <summary>The option that names a handler.</summary>
    public const string HandlerOption = "--handler";

    /// <summary>The option that names the handler that gets them.</summary>
    public const string TargetOption = "--to";

    private const string All = "all";

    /// <summary>What is wrong with arguments; null: nothing.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="allowsAll">Whether all may be meant.</param>
    public static string? Refuse(IReadOnlyList<string> arguments, bool allowsAll) => arguments switch
    {
        [] => "Which deliveries?",
        [All] => allowsAll ? null : $"{All} is not expected: name deliveries, or a handler.",
        [HandlerOption, { Length: > 0 }] => null,
        [HandlerOption, { Length: > 0 }, TargetOption, { Length: > 0 }] when allowsAll => null,
        [HandlerOption or TargetOption, ..] => $"{HandlerOption} needs the name of a handler{(allowsAll ? $", and {TargetOption} behind it another one" : "")}.",
        _ => arguments.FirstOrDefault(argument => !TypeId.TryParse<OutboxDeliveryId>(argument, out _)) is { } wrong ? $"{wrong} is no delivery: an id begins with dlv_." : null,
    };

    /// <summary>Reads arguments that are not refused.</summary>
    public static DeliverySelection Of(IReadOnlyList<string> arguments) => arguments switch
    {
        [All] => new([], null, true, null),
        [HandlerOption, var handler] => new([], handler, false, null),
        [HandlerOption, var handler, TargetOption, var target] => new([], handler, false, target),
        _ => new([.. arguments.Select(argument => TypeId.TryParse<OutboxDeliveryId>(argument, out var id) ? id : default)], null, false, null),
    };

    /// <summary>Finds them, some at a time. An id that is none of a stuck delivery is named on standard error.</summary>
    /// <param name="run">The command's run.</param>
    /// <param name="missed">Is told of each id that is none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async IAsyncEnumerable<IReadOnlyList<StuckDelivery>> FindAsync(CommandRun run, Action missed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stuck = run.Services.GetRequiredService<StuckDeliveries>();
        foreach (var id in Ids)
        {
            if (await stuck.FindAsync(id, cancellationToken) is { } one)
            {
                yield return [one];
            }
            else
            {
                missed();
                await run.Errors.WriteLineAsync($"{id} is no delivery that is stuck: it was handled, goes on by itself, or never was.");
            }
        }

        if (IsAll)
        {
            foreach (var some in (await stuck.ListDeadAsync(handler: null, cancellationToken)).Chunk(StuckDeliveries.Batch))
            {
                yield return some;
            }
        }

        OutboxDeliveryId? last = null;
        while (Handler is not null && await stuck.NextAsync(Handler, last, cancellationToken) is { Count: > 0 } next)
        {
            last = next[^1].Id;
            yield return next;
        }
    }
}
