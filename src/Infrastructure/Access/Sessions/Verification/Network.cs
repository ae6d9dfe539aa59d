using System.Net;
using System.Net.Sockets;
using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Access;

/// <summary>The network of a client address, as it is stored.</summary>
internal static class Network
{
    private const string Unknown = "unknown";

    /// <summary>An IPv4 address itself; the /64 prefix of an IPv6 address.</summary>
    public static string Of(string? address)
    {
        if (!IPAddress.TryParse(address, out var parsed))
        {
            return Unknown;
        }

        var network = ClientNetwork.Of(parsed);
        return network.AddressFamily == AddressFamily.InterNetwork ? network.ToString() : $"{network}/{ClientNetwork.PrefixBits}";
    }
}
