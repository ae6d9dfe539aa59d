using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CleanApi.Tests.Shared;

/// <summary>A Redis of its own on a free loopback port, which keeps nothing.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Ready = "Ready to accept connections";

    private readonly Process process;

    // The output is drained, so that a full pipe does not block the server.
    private readonly Task rest;

    private RedisServer(Process process, int port, Task rest)
    {
        (this.process, this.rest) = (process, rest);
        Configuration = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
    }

    /// <summary>The value of <c>Redis__Configuration</c>.</summary>
    public string Configuration { get; }

    /// <summary>Starts one and waits until it accepts connections.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo(
            "redis-server", ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var started = Process.Start(start) ?? throw new InvalidOperationException("redis-server does not start");
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(Ready, StringComparison.Ordinal))
            {
                return new RedisServer(started, port, started.StandardOutput.ReadToEndAsync());
            }
        }

        throw new InvalidOperationException("redis-server ended before it was ready.");
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
