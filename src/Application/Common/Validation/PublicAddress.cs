using System.Net;
using System.Net.Sockets;

namespace CleanApi.Application.Common.Validation;

/// <summary>Tells global unicast addresses from all others (IANA special-purpose address registries, RFC 6890).</summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
            // Public by its number, but each virtual machine in Azure has its host's services there.
            "168.63.129.16/32",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // All of the global unicast space that is assigned (RFC 4291, section 2.4, and IANA's registry of it).
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Private =
    [
        .. new[] { "10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7" }.Select(network => IPNetwork.Parse(network)),
    ];

    // In unique local space, but clouds hand out credentials there, as they do at link-local ones.
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("fd20:ce::254")];

    /// <summary>Whether packets to the address leave for the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalV6.Contains(plain)) && !Array.Exists(Special, network => network.Contains(plain));
    }

    /// <summary>Whether it is of this machine or of a private network (RFC 1918, RFC 4193). Link-local addresses are not: clouds hand out credentials there.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(Private, network => network.Contains(plain)) && !Metadata.Contains(plain);
    }
}
