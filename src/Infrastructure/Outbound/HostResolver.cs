using System.Net;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>Asks the machine's own resolver.</summary>
internal sealed class HostResolver : IHostResolver
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => await Dns.GetHostAddressesAsync(host, cancellationToken);
}
