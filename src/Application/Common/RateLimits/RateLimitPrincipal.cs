using System.Net;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Common.RateLimits;

/// <summary>Whose requests are counted together: those of a user, of an API key, or of the network of somebody who has not signed in.</summary>
public readonly record struct RateLimitPrincipal
{
    private readonly string kind;
    private readonly Guid value;

    private RateLimitPrincipal(string kind, Guid value) => (this.kind, this.value) = (kind, value);

    /// <summary>The caller; for an anonymous request the network that it comes from, an IPv4 address or the /64 prefix of an IPv6 address.</summary>
    /// <param name="caller">The caller; null: the request is anonymous.</param>
    /// <param name="address">The client's address; null where the connection has none.</param>
    /// <param name="isFromAnotherSite">
    /// Whether a browser says that another site's page has caused it: such requests are counted by themselves, so that no page uses up what the network of its visitor has.
    /// </param>
    public static RateLimitPrincipal Of(Caller? caller, IPAddress? address, bool isFromAnotherSite = false) => caller is null
        ? OfNetwork(address, isFromAnotherSite)
        : caller.Match<object?, RateLimitPrincipal>(
            null,
            static (user, _) => new("user", user.UserId.Value),
            static (key, _) => new("key", key.ApiKeyId.Value),
            static (system, _) => new("system", system.OrganizationId.Value));

    /// <summary>A session by itself: what other sessions of the same person send is not counted.</summary>
    public static RateLimitPrincipal OfSession(SessionId session) => new("session", session.Value);

    /// <summary>The same text for the same principal on every instance: <c>user:018f…</c>.</summary>
    public override string ToString() => $"{kind}:{value:N}";

    private static RateLimitPrincipal OfNetwork(IPAddress? address, bool isFromAnotherSite)
    {
        if (address is null)
        {
            return new("anonymous", Guid.Empty);
        }

        Span<byte> bytes = stackalloc byte[ClientNetwork.AddressBytes];
        ClientNetwork.Write(address, bytes);
        return new(isFromAnotherSite ? "visitor" : "network", new Guid(bytes, bigEndian: true));
    }
}
