using System.Net.Sockets;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>Connects to the addresses that were checked, and resolves nothing in between: a name that changes its address after the check (DNS rebinding) gains nothing.</summary>
internal sealed class OutboundConnector(OutboundGuard guard)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="OutboundRefusedException">The host has an address that the service does not connect to.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        // Nobody has a share of their own where no request says for whom it is: then the host has.
        var forWhom = context.InitialRequestMessage.Options.TryGetValue(OutboundClient.ForWhom, out var who) ? who : host;
        var addresses = await guard.ResolveAsync(host, forWhom, cancellationToken);
        return await OpenAsync(socket => socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken));
    }

    /// <summary>For what the operator has named, which may be anywhere.</summary>
    public static ValueTask<Stream> ConnectAnywhereAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        OpenAsync(socket => socket.ConnectAsync(context.DnsEndPoint, cancellationToken));

    private static async ValueTask<Stream> OpenAsync(Func<Socket, ValueTask> connect)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await connect(socket);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
