using System.Net;
using System.Net.Sockets;
using CleanApi.Application.Common.Validation;
using CleanApi.Application.Common.Web;

namespace CleanApi.Infrastructure.Outbound;

/// <inheritdoc cref="IOutboundGuard" />
internal sealed class OutboundGuard(OutboundSettings settings, IHostResolver resolver, TimeProvider clock) : IOutboundGuard
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Elsewhere our requests would be somebody's scan of ports.
    private static readonly int[] Ports = [443, 8443];

    /// <inheritdoc />
    public async Task<bool> AllowsAsync(string url, CancellationToken cancellationToken)
    {
        if (!Accepts(url))
        {
            return false;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await ResolveAsync(new Uri(url).IdnHost, both.Token);
            return true;
        }
        catch (Exception exception) when (exception is OutboundRefusedException or SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Whether a URL may be connected to, as far as it can be told without asking for a name.</summary>
    public bool Accepts(string url) =>
        SafeUrl.TryParse(url, out var address)
        && IsWrittenAsMeant(url, address)
        && (settings.AllowPrivateNetworks ? address.Scheme is "https" or "http" : SafeUrl.IsSafe(url) && Ports.Contains(address.Port));

    /// <summary>The addresses of a host: all of them are such as the service connects to.</summary>
    /// <exception cref="OutboundRefusedException">One of them is not.</exception>
    /// <exception cref="SocketException">The name cannot be resolved.</exception>
    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress> addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        return addresses.Count > 0 && addresses.All(IsAllowed) ? [.. addresses] : throw new OutboundRefusedException();
    }

    private bool IsAllowed(IPAddress address) => PublicAddress.IsPublic(address) || (settings.AllowPrivateNetworks && PublicAddress.IsPrivate(address));

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
