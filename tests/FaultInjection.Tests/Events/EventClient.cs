using System.Collections.Concurrent;
using System.Diagnostics;

namespace CleanApi.FaultInjection.Tests.Events;

/// <summary>A client of tests/clients/events in its own process: what users of npm have.</summary>
internal sealed class EventClient : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "tests", "clients", "events");

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private EventClient(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
            {
                output.Enqueue(text);
            }
        };
        process.BeginOutputReadLine();
    }

    /// <summary>The ids of events that have arrived, in their order.</summary>
    public IReadOnlyList<string> Ids => [.. output.Where(line => line.StartsWith("evt_", StringComparison.Ordinal))];

    /// <summary>Starts one and waits until it follows.</summary>
    /// <param name="kind">sse or hub.</param>
    /// <param name="instance">Where.</param>
    /// <param name="token">An access token.</param>
    public static async Task<EventClient> StartAsync(string kind, Instance instance, string token)
    {
        var client = new EventClient(Process.Start(new ProcessStartInfo("node", ["follow.mjs", kind, instance.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), token, "post.*"])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
        await Probe.UntilAsync($"the client of {kind} follows; 'npm ci' in tests/clients/events installs what it needs", () => client.output.Contains("open"));
        return client;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Root(DirectoryInfo directory) => File.Exists(Path.Combine(directory.FullName, "CleanApi.sln")) ? directory.FullName : Root(directory.Parent!);
}
