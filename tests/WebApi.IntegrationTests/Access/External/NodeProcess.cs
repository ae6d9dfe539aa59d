using System.Diagnostics;
using System.Net.Sockets;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>A server of tests/providers in its own process, which exits with this one.</summary>
public sealed class NodeProcess : IAsyncDisposable
{
    private const string Marker = "Directory.Packages.props";
    private const string Listening = "listening ";

    private readonly Process process;

    // The output is drained, so that a full pipe does not block the server.
    private readonly Task rest;

    private NodeProcess(Process process, Uri address, Task rest) => (this.process, Address, this.rest) = (process, address, rest);

    /// <summary>The server's origin and issuer, without a trailing slash.</summary>
    public Uri Address { get; }

    /// <summary>The issuer as the server writes it.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Starts a script and waits until it listens.</summary>
    public static async Task<NodeProcess> StartAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Path.Combine(Root(AppContext.BaseDirectory), "tests", "providers"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var started = Process.Start(start) ?? throw new InvalidOperationException("node does not start");
        var errors = started.StandardError.ReadToEndAsync();
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                return new NodeProcess(started, new Uri(line[Listening.Length..]), Task.WhenAll(errors, started.StandardOutput.ReadToEndAsync()));
            }
        }

        throw new InvalidOperationException($"{script} ended; 'npm ci' in tests/providers installs what it needs. {await errors}");
    }

    /// <summary>Returns an unused loopback port.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await rest;

        process.Dispose();
    }

    private static string Root(string directory) =>
        File.Exists(Path.Combine(directory, Marker)) ? directory : Root(Directory.GetParent(directory)?.FullName ?? throw new InvalidOperationException("Not in the repository."));
}
