using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>A clamd that takes INSTREAM on a loopback port, and finds one signature.</summary>
internal sealed class FakeScanner : IAsyncDisposable
{
    /// <summary>What it finds.</summary>
    public const string Signature = "malware for tests";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    /// <summary>Listens.</summary>
    public FakeScanner()
    {
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it has got last.</summary>
    public byte[] Scanned { get; private set; } = [];

    /// <summary>What it says of everything; null: what it has found.</summary>
    public string? Answer { get; set; }

    /// <summary>Whether it closes connections without a word.</summary>
    public bool IsSilent { get; set; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        if (IsSilent)
        {
            return;
        }

        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command);
        Encoding.ASCII.GetString(command).Should().Be("zINSTREAM\0");
        using var all = new MemoryStream();
        var length = new byte[sizeof(uint)];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var chunk = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
            if (chunk.Length == 0)
            {
                break;
            }

            await stream.ReadExactlyAsync(chunk);
            all.Write(chunk);
        }

        Scanned = all.ToArray();
        var found = Encoding.Latin1.GetString(Scanned).Contains(Signature, StringComparison.Ordinal) ? "stream: Test.Signature FOUND" : "stream: OK";
        await stream.WriteAsync(Encoding.ASCII.GetBytes((Answer ?? found) + '\0'));
    }
}
