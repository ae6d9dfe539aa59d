using System.Net;
using System.Net.Sockets;

namespace CleanApi.Infrastructure.Access;

/// <summary>The network of a client address: the part that a provider usually assigns to one customer.</summary>
internal static class Network
{
    private const string Unknown = "unknown";
    private const int PrefixBytes = 8;

    /// <summary>An IPv4 address itself; the /64 prefix of an IPv6 address, because its owner can choose another suffix for each attempt.</summary>
    public static string Of(string? address)
    {
        if (!IPAddress.TryParse(address, out var parsed))
        {
            return Unknown;
        }

        if (parsed.IsIPv4MappedToIPv6 || parsed.AddressFamily == AddressFamily.InterNetwork)
        {
            return parsed.MapToIPv4().ToString();
        }

        var bytes = parsed.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
