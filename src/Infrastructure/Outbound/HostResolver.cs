using System.Net;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>
/// Asks the machine's own resolver, which waits for as long as its configuration says and cannot be interrupted: on a thread of its own, so that names whose servers do
/// not answer take none of the pool's.
/// </summary>
internal sealed class HostResolver : IHostResolver
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host) => await Task.Factory.StartNew(
        () => Dns.GetHostAddresses(host), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
}
