using System.Net;
using System.Net.Sockets;

namespace CleanApi.Application.Common.Security;

/// <summary>The network of a client address: the part that a provider usually assigns to one customer.</summary>
public static class ClientNetwork
{
    /// <summary>How much of an IPv6 address names the network; its owner can choose the rest for each request.</summary>
    public const int PrefixBits = 64;

    private const int AddressBytes = 16;

    /// <summary>An IPv4 address itself, also where it is mapped to IPv6; of an IPv6 address the first 64 bits.</summary>
    public static IPAddress Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.MapToIPv4();
        }

        Span<byte> bytes = stackalloc byte[AddressBytes];
        _ = address.TryWriteBytes(bytes, out _);
        bytes[(PrefixBits / 8)..].Clear();
        return new IPAddress(bytes);
    }
}
