using System.Net;
using CleanApi.Infrastructure.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace CleanApi.WebApi.Edge;

/// <summary>Whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed: those of configured proxies, nobody else's.</summary>
/// <param name="Proxies">Their addresses.</param>
/// <param name="Networks">Networks that they are in.</param>
/// <param name="Limit">How many of them a request passes, at most.</param>
internal sealed record ProxySettings(IReadOnlyList<IPAddress> Proxies, IReadOnlyList<System.Net.IPNetwork> Networks, int Limit)
{
    private const string Section = "ForwardedHeaders";
    private const string Trusting = "FORWARDEDHEADERS_ENABLED";
    private const int MostProxies = 10;

    /// <summary>Whether there are any.</summary>
    public bool IsOn => Proxies.Count + Networks.Count > 0;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static ProxySettings Read(IConfiguration configuration)
    {
        if (bool.TryParse(configuration[Trusting], out var trusts) && trusts)
        {
            throw new StartException(
                $"ASPNETCORE_{Trusting} believes every connection. Name the proxies instead: {Section}__KnownProxies=10.0.0.7 or {Section}__KnownNetworks=10.0.0.0/24.");
        }

        return new ProxySettings(
            List(configuration, "KnownProxies", text => IPAddress.TryParse(text, out var address) ? address : throw Wrong("KnownProxies", "addresses, such as 10.0.0.7")),
            List(
                configuration, "KnownNetworks",
                text => System.Net.IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0 ? network : throw Wrong("KnownNetworks", "networks, such as 10.0.0.0/24, and not everybody")),
            configuration.ReadNumber($"{Section}:Limit", 1, MostProxies) ?? 1);
    }

    /// <summary>Whether an address is one of theirs.</summary>
    public bool Knows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Proxies.Contains(plain) || Networks.Any(network => network.Contains(plain));
    }

    /// <summary>Has the framework's middleware do so.</summary>
    public void Configure(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = Limit;
        // Loopback is in both unless taken out.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in Proxies)
        {
            options.KnownProxies.Add(proxy);
        }

        foreach (var network in Networks)
        {
            options.KnownIPNetworks.Add(network);
        }
    }

    private static List<T> List<T>(IConfiguration configuration, string name, Func<string, T> parse) =>
        [.. (configuration[$"{Section}:{name}"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(parse)];

    private static StartException Wrong(string name, string expected) => new($"{Section}__{name} has to be {expected}, with commas between them.");
}
