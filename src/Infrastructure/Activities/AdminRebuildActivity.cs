using System.Globalization;
using CleanApi.Infrastructure.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Activities;

/// <summary>Counts activity again from the event log, over all organizations: one line each.</summary>
internal sealed class AdminRebuildActivity : ProgramCommand
{
    /// <inheritdoc />
    public override string Words => "admin rebuild-activity";

    /// <inheritdoc />
    public override string Summary => "Counts activity again from the events that are kept, of all organizations: organization, events, from when on.";

    /// <inheritdoc />
    public override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var rebuild = run.Services.GetRequiredService<ActivityRebuild>();
        foreach (var organization in await rebuild.OrganizationsAsync(cancellationToken))
        {
            var (events, from) = await rebuild.RunAsync(organization, cancellationToken);
            await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{organization} {events} {from:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        }

        return Done;
    }
}
