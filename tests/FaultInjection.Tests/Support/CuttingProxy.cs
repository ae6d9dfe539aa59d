using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>Passes on what the program and a server tell each other, and loses the connection at the commit of one transaction, which has sent a text.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    // https://www.postgresql.org/docs/current/protocol-message-formats.html: Query, and CommandComplete, each with its length.
    private static readonly byte[] Commit = [(byte)'Q', 0, 0, 0, 11, .. "COMMIT\0"u8];
    private static readonly byte[] Committed = [(byte)'C', 0, 0, 0, 11, .. "COMMIT\0"u8];

    private delegate bool Passes(ReadOnlySpan<byte> bytes);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private readonly Task accepting;
    private (byte[] Text, CommitCut Cut)? next;
    private int cuts;

    private CuttingProxy(int server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>How many connections it has lost.</summary>
    public int Cuts => Volatile.Read(ref cuts);

    /// <summary>Starts it before a server.</summary>
    public static CuttingProxy Start(Server server) => new(server.Port);

    /// <summary>The application's connection string, through it.</summary>
    public string Through(Server behind) =>
        new NpgsqlConnectionStringBuilder(behind.Application) { Port = ((IPEndPoint)listener.LocalEndpoint).Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable }.ConnectionString;

    /// <summary>Loses the connection of the next transaction that sends a text.</summary>
    public void CutNext(string text, CommitCut cut) => next = (Encoding.UTF8.GetBytes(text), cut);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync()));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It was disposed; its connections end with those of the program.
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using var program = accepted;
        using var database = new TcpClient { NoDelay = true };
        program.NoDelay = true;
        await database.ConnectAsync(IPAddress.Loopback, server);
        var committing = new TaskCompletionSource();
        // Whichever ends, ends the other: both connections are closed.
        await await Task.WhenAny(RequestsAsync(program.GetStream(), database.GetStream(), committing), AnswersAsync(database.GetStream(), program.GetStream(), committing.Task));
    }

    private Task RequestsAsync(NetworkStream program, NetworkStream database, TaskCompletionSource committing)
    {
        var isIt = false;
        return PassAsync(program, database, bytes =>
        {
            if (next is not var (text, cut) || !((isIt |= bytes.IndexOf(text) >= 0) && bytes.IndexOf(Commit) >= 0))
            {
                return true;
            }

            next = null;
            Interlocked.Increment(ref cuts);
            committing.SetResult();
            return cut == CommitCut.AfterTheServer;
        });
    }

    private static Task AnswersAsync(NetworkStream database, NetworkStream program, Task committing) =>
        PassAsync(database, program, bytes => !(committing.IsCompleted && bytes.IndexOf(Committed) >= 0));

    private static async Task PassAsync(NetworkStream from, NetworkStream to, Passes passes)
    {
        var buffer = new byte[65_536];
        try
        {
            while (await from.ReadAsync(buffer) is > 0 and var count && passes(buffer.AsSpan(0, count)))
            {
                await to.WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The other side has closed it.
        }
    }
}
