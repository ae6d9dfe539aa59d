using System.Collections.Concurrent;
using System.Diagnostics;

namespace CleanApi.FaultInjection.Tests.Events;

/// <summary>A client of tests/clients/events in its own process: what users of npm have.</summary>
internal sealed class EventClient : IAsyncDisposable
{
    /// <summary>The repository.</summary>
    public static readonly string Root = RootOf(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Where the programs are.</summary>
    public static readonly string Folder = Path.Combine(Root, "tests", "clients", "events");


    private const string Type = "post.*";

    private static readonly string[] Guide = ["stream", "hub"];

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> told = new();
    private readonly TaskCompletionSource again = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
            {
                told.Enqueue(text);
                if (Connections > 1)
                {
                    again.TrySetResult();
                }
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The ids of events that have arrived, in their order.</summary>
    public IReadOnlyList<string> Ids => [.. output.Where(line => line.StartsWith("evt_", StringComparison.Ordinal)).Select(line => line.Split(' ')[0])];

    /// <summary>How often it has connected.</summary>
    public int Connections => told.Count(line => line.StartsWith("follows", StringComparison.Ordinal));

    /// <summary>Waits until it has connected for the second time.</summary>
    public Task ConnectsAgainAsync() => again.Task.WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>What it has told beside events.</summary>
    public string Told => string.Join('\n', told);

    /// <summary>Starts one and waits until it follows.</summary>
    /// <param name="kind">sse (an EventSource), or stream or hub: the programs of the guide, which sign in by themselves.</param>
    /// <param name="instance">Where.</param>
    /// <param name="token">An access token.</param>
    public static async Task<EventClient> StartAsync(string kind, Instance instance, string token)
    {
        var address = instance.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var isOfGuide = Guide.Contains(kind);
        var start = new ProcessStartInfo("node", isOfGuide ? [$"{kind}.mjs"] : ["follow.mjs", address, token, Type])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["BASE"], start.Environment["TYPE"]) = (address, Type);
        (start.Environment["EMAIL"], start.Environment["PASSWORD"]) = (ApiFixture.Admin, ApiFixture.Password);
        var client = new EventClient(Process.Start(start)!);
        await Probe.UntilAsync(
            $"the client of {kind} follows; 'npm ci' in tests/clients/events installs what it needs", () => isOfGuide ? client.Connections > 0 : client.output.Contains("open"));
        return client;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string RootOf(DirectoryInfo directory) => File.Exists(Path.Combine(directory.FullName, "CleanApi.sln")) ? directory.FullName : RootOf(directory.Parent!);
}
