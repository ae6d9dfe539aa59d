using System.Collections.Frozen;
using CleanApi.Infrastructure.Outbound;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Where providers are asked: at the servers that the operator has named, which may be in a private network; and where a provider says of itself that it is, as far as
/// <see cref="OutboundGuard"/> lets organizations name it.
/// </summary>
internal sealed class ProviderGuard(ExternalSettings settings, OutboundGuard guard, OutboundConnector connector)
{
    private readonly FrozenSet<(string Host, int Port)> named = settings.Providers.SelectMany(Named).Select(Server).ToFrozenSet();

    /// <summary>Whether an address may be asked, as far as it can be told without asking for a name.</summary>
    public bool Accepts(Uri address) => named.Contains(Server(address)) || guard.Accepts(address.OriginalString);

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="OutboundRefusedException">The operator has not named the server, and it has an address that the service does not connect to.</exception>
    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var server = Server(context.InitialRequestMessage.RequestUri!);
        // Another one than what is asked for is the proxy of the environment, which is the operator's: what can be reached through it is for it to say.
        var isProxy = server != (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        return isProxy || named.Contains(server) ? OutboundConnector.ConnectAnywhereAsync(context, cancellationToken) : connector.ConnectAsync(context, cancellationToken);
    }

    private static IEnumerable<Uri> Named(ProviderOptions options) =>
        options.Endpoints is { } endpoints ? [endpoints.Token, endpoints.User, endpoints.Emails] : [new Uri(options.Authority)];

    private static (string Host, int Port) Server(Uri address) => (address.IdnHost, address.Port);
}
