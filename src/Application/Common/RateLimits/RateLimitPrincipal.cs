using System.Net;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Common.RateLimits;

/// <summary>Whose requests are counted together: those of a user, of an API key, or of the network of somebody who has not signed in.</summary>
public readonly record struct RateLimitPrincipal
{
    private const int AddressBytes = 16;

    private readonly string kind;
    private readonly Guid value;

    private RateLimitPrincipal(string kind, Guid value) => (this.kind, this.value) = (kind, value);

    /// <summary>The caller; for an anonymous request the network that it comes from, an IPv4 address or the /64 prefix of an IPv6 address.</summary>
    /// <param name="caller">The caller; null: the request is anonymous.</param>
    /// <param name="address">The client's address; null where the connection has none.</param>
    public static RateLimitPrincipal Of(Caller? caller, IPAddress? address) => caller is null
        ? OfNetwork(address)
        : caller.Match<object?, RateLimitPrincipal>(
            null,
            static (user, _) => new("user", user.UserId.Value),
            static (key, _) => new("key", key.ApiKeyId.Value),
            static (system, _) => new("system", system.OrganizationId.Value));

    /// <summary>The same text for the same principal on every instance: <c>user:018f…</c>.</summary>
    public override string ToString() => $"{kind}:{value:N}";

    private static RateLimitPrincipal OfNetwork(IPAddress? address)
    {
        if (address is null)
        {
            return new("anonymous", Guid.Empty);
        }

        Span<byte> bytes = stackalloc byte[AddressBytes];
        _ = ClientNetwork.Of(address).MapToIPv6().TryWriteBytes(bytes, out _);
        return new("network", new Guid(bytes, bigEndian: true));
    }
}
