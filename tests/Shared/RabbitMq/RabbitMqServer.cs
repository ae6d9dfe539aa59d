using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CleanApi.Tests.Shared;

/// <summary>A RabbitMQ of its own on free loopback ports, with a directory of its own: no service of the machine.</summary>
internal sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Ready = "Server startup complete";
    private const string Programs = "/usr/lib/rabbitmq/lib";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cleanapi-rabbitmq-");
    private readonly int port = FreePort();
    private readonly int distributionPort = FreePort();
    private readonly int mapperPort = FreePort();
    private Process? process;
    private Task rest = Task.CompletedTask;

    private RabbitMqServer()
    {
    }

    /// <summary>The value of <c>Messaging__RabbitMq__Uri</c>.</summary>
    public Uri Uri => new(string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{port}/"));

    /// <summary>Starts one and waits until it accepts connections.</summary>
    public static async Task<RabbitMqServer> StartNewAsync()
    {
        var server = new RabbitMqServer();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it, again with what it has kept.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(Directory.GetDirectories(Programs, "rabbitmq_server-*")[0], "sbin", "rabbitmq-server"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Environment())
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("rabbitmq-server does not start");
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.Contains(Ready, StringComparison.Ordinal))
            {
                rest = process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"rabbitmq-server ended before it was ready: {string.Join('\n', lines)}");
    }

    /// <summary>Kills it; it keeps what it has confirmed.</summary>
    public async Task KillAsync()
    {
        if (process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }

        await rest;
        process?.Dispose();
        process = null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        // Erlang starts one where there is none, on the port that it was told, and leaves it.
        using var mapper = Process.Start(new ProcessStartInfo("epmd", ["-port", Number(mapperPort), "-kill"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await mapper.WaitForExitAsync();
        folder.Delete(recursive: true);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private IEnumerable<(string Name, string Value)> Environment()
    {
        string Within(string name) => Path.Combine(folder.FullName, name);
        File.WriteAllText(Within("plugins"), "[].\n");
        return
        [
            ("HOME", folder.FullName),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),
            ("ERL_EPMD_PORT", Number(mapperPort)),
            ("RABBITMQ_NODENAME", $"cleanapi{Number(port)}@localhost"),
            ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODE_PORT", Number(port)),
            ("RABBITMQ_DIST_PORT", Number(distributionPort)),
            ("RABBITMQ_MNESIA_BASE", Within("data")),
            ("RABBITMQ_LOG_BASE", Within("log")),
            ("RABBITMQ_LOGS", "-"),
            ("RABBITMQ_PID_FILE", Within("pid")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", Within("plugins")),
            ("RABBITMQ_CONFIG_FILE", Within("none")),
            ("RABBITMQ_CONF_ENV_FILE", Within("none")),
            ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
        ];
    }
}
