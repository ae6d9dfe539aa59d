using System.Collections.Concurrent;
using System.Net;
using CleanApi.Infrastructure.Outbound;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>Answers for the DNS: with what a test has said of a name, and with a public address of any other one. Nothing leaves the machine.</summary>
internal sealed class TestResolver : IHostResolver
{
    private static readonly IPAddress[] Somewhere = [IPAddress.Parse("93.184.215.14")];

    private readonly ConcurrentDictionary<string, Queue<IPAddress[]>> answers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often a name was asked for.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is answered to the first question, the second, and so on; the last answer stays.</summary>
    public void Answer(string host, params string[][] addresses) =>
        answers[host] = new(addresses.Select(one => one.Select(IPAddress.Parse).ToArray()));

    /// <inheritdoc />
    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host)
    {
        Asked.AddOrUpdate(host, 1, (_, count) => count + 1);
        if (!answers.TryGetValue(host, out var queue))
        {
            return Task.FromResult<IReadOnlyList<IPAddress>>(Somewhere);
        }

        lock (queue)
        {
            return Task.FromResult<IReadOnlyList<IPAddress>>(queue.Count > 1 ? queue.Dequeue() : queue.Peek());
        }
    }
}
