using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using CleanApi.WebApi.IntegrationTests.Access.External;
using Npgsql;

namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>PgBouncer in transaction mode before a server: few connections to it, and another one for each transaction.</summary>
internal sealed class Pooler : IAsyncDisposable
{
    private readonly DirectoryInfo place;
    private readonly Process process;
    private readonly int port;

    private Pooler(DirectoryInfo place, Process process, int port) => (this.place, this.process, this.port) = (place, process, port);

    /// <summary>Starts it.</summary>
    public static async Task<Pooler> StartAsync(Server server)
    {
        var folder = Directory.CreateTempSubdirectory("cleanapi-pooler-");
        var free = NodeProcess.FreePort();
        var (settings, users) = (Path.Combine(folder.FullName, "pgbouncer.ini"), Path.Combine(folder.FullName, "users.txt"));
        await File.WriteAllTextAsync(users, $"\"cleanapi_app\" \"{Server.ApplicationPassword}\"\n");
        await File.WriteAllTextAsync(settings, string.Create(
            CultureInfo.InvariantCulture,
            $"""
            [databases]
            {Server.Name} = host=127.0.0.1 port={server.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {free}
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = {users}
            pool_mode = transaction
            default_pool_size = 3
            max_client_conn = 200

            """));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        }

        // It does not run as root.
        var bouncer = Process.Start(new ProcessStartInfo("pgbouncer", Environment.IsPrivilegedProcess ? ["-q", "-u", "nobody", settings] : ["-q", settings])
        {
            UseShellExecute = false,
        })!;
        var pooler = new Pooler(folder, bouncer, free);
        await Probe.UntilAsync("PgBouncer listens", pooler.Listens);
        return pooler;
    }

    /// <summary>The application's connection string, through it.</summary>
    public string Through(Server server) => new NpgsqlConnectionStringBuilder(server.Application) { Port = port }.ConnectionString;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        place.Delete(recursive: true);
    }

    private bool Listens()
    {
        process.HasExited.Should().BeFalse("PgBouncer runs");
        using var client = new TcpClient();
        try
        {
            client.Connect("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
