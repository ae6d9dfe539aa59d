using System.Net;
using System.Net.Sockets;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Infrastructure.Outbound;

/// <inheritdoc cref="Application.Common.Web.IOutboundGuard" />
internal sealed class OutboundGuard(OutboundSettings settings, HostLookups lookups)
{
    private const string NoScheme = "Must begin with https://";
    private const string NoPort = "Must be at port 443 or 8443";
    private const string NoHost = "Must name a host with a public address, as it is: no number, no dot at its end";

    // One for both: which of them it is would map the network.
    private const string NoAddress = "The name of the host cannot be resolved, or has an address that is not public";

    // RFC 1035, section 2.3.4, as text.
    private const int MaxHost = 253;
    private const int MaxLabel = 63;

    // Elsewhere our requests would be somebody's scan of ports.
    private static readonly int[] Ports = [443, 8443];

    /// <summary>Says why this service does not connect to a URL; null: it does.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="forWhom">Who has named it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<string?> RefusalOfAsync(string url, string forWhom, CancellationToken cancellationToken)
    {
        if (RefusalOf(url) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await ResolveAsync(new Uri(url).IdnHost, forWhom, cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is OutboundRefusedException or SocketException)
        {
            return NoAddress;
        }
    }

    /// <summary>Whether a URL may be connected to, as far as it can be told without asking for a name.</summary>
    public bool Accepts(string url) => RefusalOf(url) is null;

    /// <summary>The addresses of a host: all of them are such as the service connects to.</summary>
    /// <param name="host">Its name.</param>
    /// <param name="forWhom">Who has named it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="OutboundRefusedException">One of them is not.</exception>
    /// <exception cref="SocketException">The name cannot be resolved in time.</exception>
    public async Task<IPAddress[]> ResolveAsync(string host, string forWhom, CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress> addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await lookups.ResolveAsync(host, forWhom, cancellationToken);
        return addresses.Count > 0 && addresses.All(IsAllowed) ? [.. addresses] : throw new OutboundRefusedException();
    }

    private string? RefusalOf(string url) =>
        !SafeUrl.TryParse(url, out var address) || !IsName(address) || !IsWrittenAsMeant(url, address) ? SafeUrl.NoUrlMessage
        : settings.AllowPrivateNetworks ? address.Scheme is "https" or "http" ? null : NoScheme
        : address.Scheme is not "https" ? NoScheme
        : !SafeUrl.IsSafe(url) ? NoHost
        : Ports.Contains(address.Port) ? null : NoPort;

    private bool IsAllowed(IPAddress address) => PublicAddress.IsPublic(address) || (settings.AllowPrivateNetworks && PublicAddress.IsPrivate(address));

    // What is longer the resolver does not take as a name.
    private static bool IsName(Uri address) =>
        address.IdnHost is { Length: > 0 and <= MaxHost } host && Array.TrueForAll(host.Split('.'), label => label.Length <= MaxLabel);

    // A host in another form than the one that is connected to (2130706433, 0x7f.1, 0177.0.0.1, %31, a dot at the end) has something to hide.
    private static bool IsWrittenAsMeant(string url, Uri address)
    {
        var authority = url.AsSpan(address.Scheme.Length + Uri.SchemeDelimiter.Length);
        var end = authority.IndexOfAny("/?#");
        authority = end < 0 ? authority : authority[..end];
        var host = address.Host;
        return authority.StartsWith(host, StringComparison.OrdinalIgnoreCase) && !host.EndsWith('.') && (authority.Length == host.Length || authority[host.Length] == ':');
    }
}
