using System.Net;
using System.Net.Sockets;

namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>The whole program over a database of its own, under the address that it tells others: passkeys and links in mails need it to be the real one.</summary>
public class Site : ApiFixture
{
    private readonly int port = FreePort();

    /// <summary>Where it is. <c>localhost</c> and not a number: a passkey belongs to a name.</summary>
    public Uri Address => new($"http://localhost:{port}");

    /// <inheritdoc />
    protected override int Port => port;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Auth:Issuer"] = Address.GetLeftPart(UriPartial.Authority),
        // All tests come from one address.
        ["RateLimiting:Enabled"] = "false",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
