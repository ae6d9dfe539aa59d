using System.Net;
using System.Net.Sockets;

namespace CleanApi.Application.Common.Security;

/// <summary>The network of a client address: the part that a provider usually assigns to one customer.</summary>
public static class ClientNetwork
{
    /// <summary>How much of an IPv6 address names the network; its owner can choose the rest for each request.</summary>
    public const int PrefixBits = 64;

    /// <summary>How many bytes an IPv6 address has.</summary>
    public const int AddressBytes = 16;

    private const int MappedBytes = 12;

    /// <summary>Writes the network of an address without an object for it: as an IPv6 address, that of IPv4 mapped (RFC 4291, section 2.5.5.2).</summary>
    /// <param name="address">A client's address.</param>
    /// <param name="network">16 bytes.</param>
    public static void Write(IPAddress address, Span<byte> network)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            network[..MappedBytes].Clear();
            network[(MappedBytes - 2)..MappedBytes].Fill(byte.MaxValue);
            _ = address.TryWriteBytes(network[MappedBytes..], out _);
            return;
        }

        _ = address.TryWriteBytes(network, out _);
        if (!address.IsIPv4MappedToIPv6)
        {
            network[(PrefixBits / 8)..].Clear();
        }
    }

    /// <summary>An IPv4 address itself, also where it is mapped to IPv6; of an IPv6 address the first 64 bits.</summary>
    public static IPAddress Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Span<byte> network = stackalloc byte[AddressBytes];
        Write(address, network);
        return new IPAddress(address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork ? network[MappedBytes..] : network);
    }
}
