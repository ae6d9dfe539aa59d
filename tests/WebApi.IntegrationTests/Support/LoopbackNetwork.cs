using System.Net;
using System.Net.Sockets;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>Clients from several networks: each loopback address is one.</summary>
internal static class LoopbackNetwork
{
    /// <summary>Connects from an address.</summary>
    /// <param name="from">Such as 127.0.0.2.</param>
    public static SocketsHttpHandler Handler(string from) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(from, context.DnsEndPoint, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(string from, DnsEndPoint to, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(IPAddress.Loopback, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
