using System.Globalization;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// What an operator may do with events that were given up: <c>outbox list</c>, <c>outbox replay dlv_…</c>, <c>outbox replay all</c>. It works beside instances that run,
/// but for an embedded database, which is one program's alone.
/// </summary>
public static class OutboxCommand
{
    private const string Name = "outbox";
    private const string All = "all";
    private const string Usage = "Usage: outbox list | outbox replay DELIVERY… | outbox replay all";

    /// <summary>Whether the arguments of the program ask for it.</summary>
    public static bool Is(IReadOnlyList<string> arguments) => arguments is [Name, ..];

    /// <summary>Runs it.</summary>
    /// <param name="services">The program's services; none of them runs.</param>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="output">Gets one line a delivery.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The exit code: 0; 1 where a delivery is not there; 2 where the arguments make no sense.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments is not ([_, "list"] or [_, "replay", _, ..]))
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        await services.GetRequiredService<Database>().StartAsync(cancellationToken);
        return await RunStartedAsync(services.GetRequiredService<DeadDeliveries>(), arguments, output, cancellationToken);
    }

    /// <summary>Runs it against a database that is started.</summary>
    internal static async Task<int> RunStartedAsync(DeadDeliveries deliveries, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var dead = await deliveries.ListAsync(cancellationToken);
        if (arguments[1] == "list")
        {
            foreach (var one in dead)
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{one.Id} {one.DeadAt:yyyy-MM-dd'T'HH:mm:ss'Z'} {one.EventName} {one.EventId} {one.Handler} {one.OrganizationId?.ToString() ?? "-"} {one.Attempts} {one.LastError}"));
            }

            return 0;
        }

        var wanted = arguments.Skip(2).ToList();
        var replayed = 0;
        foreach (var one in dead.Where(one => wanted is [All] || wanted.Contains(one.Id.ToString())))
        {
            if (await deliveries.ReplayAsync(one, cancellationToken))
            {
                replayed++;
                await output.WriteLineAsync($"{one.Id} is tried again");
            }
        }

        return wanted is [All] || replayed == wanted.Count ? 0 : 1;
    }
}
