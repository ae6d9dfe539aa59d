using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>A server on loopback that answers everything with the same bytes, which no web server would send.</summary>
internal sealed class RawReceiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    /// <summary>Starts it.</summary>
    public RawReceiver(string answer)
    {
        listener.Start();
        serving = ServeAsync(Encoding.ASCII.GetBytes(answer));
    }

    /// <summary>Where it is.</summary>
    public string Url => $"http://{listener.LocalEndpoint}/hook";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await using var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[65_536], stop.Token);
                await stream.WriteAsync(answer, stop.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }
}
