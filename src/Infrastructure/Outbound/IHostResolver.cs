using System.Net;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>Asks for the addresses of a name.</summary>
internal interface IHostResolver
{
    /// <summary>All of its addresses, IPv4 and IPv6.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">There are none, or nobody can be asked.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host);
}
