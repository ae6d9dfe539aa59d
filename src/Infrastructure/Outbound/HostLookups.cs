using System.Net;
using System.Net.Sockets;
using CleanApi.Application.Common.Concurrency;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>
/// Asks for addresses on somebody's behalf. Whoever names a host may also run its name server, and have it never answer: how many lookups run at once is bounded, in all
/// and for each, and nobody waits for longer than five seconds. A lookup counts until the resolver gives it up, also when nobody waits for it any more.
/// </summary>
internal sealed class HostLookups(IHostResolver resolver, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly FairLimits Limits = new(Permits: 64, PermitsOfKey: 4, Queue: 256, QueueOfKey: 16, MaxWait: Longest);

    private readonly FairLimiter<string> limiter = new(Limits, clock);

    /// <summary>All addresses of a host.</summary>
    /// <param name="host">Its name.</param>
    /// <param name="forWhom">Who has named it: an organization.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SocketException">There are none, or nobody has answered in time.</exception>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, string forWhom, CancellationToken cancellationToken)
    {
        if (!await limiter.AcquireAsync(forWhom, cancellationToken))
        {
            throw new SocketException((int)SocketError.TryAgain);
        }

        var lookup = LookUpAsync(host, forWhom);
        try
        {
            return await lookup.WaitAsync(Longest, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new SocketException((int)SocketError.TryAgain);
        }
        finally
        {
            // What comes of it afterwards is of no interest.
            _ = lookup.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private async Task<IReadOnlyList<IPAddress>> LookUpAsync(string host, string forWhom)
    {
        try
        {
            return await resolver.ResolveAsync(host);
        }
        finally
        {
            limiter.Release(forWhom);
        }
    }
}
