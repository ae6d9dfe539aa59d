using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>A member's requests while something breaks: several at a time, each a new post and then a list, whatever is answered.</summary>
internal sealed class Load
{
    private const int Workers = 12;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(5);

    private static int loads;

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, bool> posts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(int Status, TimeSpan Time)> answers = new();
    private readonly Member member;
    private readonly IReadOnlyList<Instance> instances;
    private readonly int tries;
    private readonly Task work;

    private Load(Member member, IReadOnlyList<Instance> instances, int tries)
    {
        (this.member, this.instances, this.tries) = (member, instances, tries);
        work = Task.WhenAll(Enumerable.Range(0, Workers).Select(RunAsync));
    }

    /// <summary>How the titles of its posts begin: another test's posts may still be there.</summary>
    public string Title { get; } = string.Create(CultureInfo.InvariantCulture, $"load {Interlocked.Increment(ref loads)}");

    /// <summary>The titles of the posts that were sent.</summary>
    public IEnumerable<string> Sent => posts.Keys;

    /// <summary>The titles of the posts whose creation was acknowledged.</summary>
    public IReadOnlyList<string> Acknowledged => [.. posts.Where(post => post.Value).Select(post => post.Key)];

    /// <summary>The statuses of the 5xx answers so far.</summary>
    public IEnumerable<int> Failures => answers.Select(answer => answer.Status).Where(status => status >= 500).Distinct();

    /// <summary>The longest that an answer took so far.</summary>
    public TimeSpan Longest => answers.IsEmpty ? TimeSpan.Zero : answers.Max(answer => answer.Time);

    /// <summary>Begins, and waits until posts are acknowledged.</summary>
    public static Task<Load> BeginAsync(Member member, params Instance[] instances) => BeginAsync(new Load(member, instances, tries: 1));

    /// <summary>The same, as clients of several addresses do it: what an instance has not answered, or not yet, is sent to the next one, with the same idempotency key.</summary>
    public static Task<Load> BeginRepeatingAsync(Member member, params Instance[] instances) => BeginAsync(new Load(member, instances, tries: 2 * instances.Length));

    /// <summary>Waits until further posts are acknowledged.</summary>
    public async Task AcknowledgesAsync()
    {
        var wanted = Acknowledged.Count + 20;
        await Probe.UntilAsync("posts are acknowledged", () => Acknowledged.Count >= wanted);
    }

    /// <summary>Waits until requests fail.</summary>
    public Task FailsAsync() => Probe.UntilAsync("requests fail", () => Failures.Any());

    /// <summary>Ends after the requests that are under way.</summary>
    public async Task EndAsync()
    {
        await stop.CancelAsync();
        await work;
        stop.Dispose();
    }

    private static async Task<Load> BeginAsync(Load load)
    {
        await load.AcknowledgesAsync();
        return load;
    }

    private async Task RunAsync(int worker)
    {
        using var timer = new PeriodicTimer(Pace);
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"{Title} {worker} {number}");
            posts[title] = false;
            posts[title] = await TryAsync(worker + number, client => SendAsync(
                client, "POST", member.Posts, $$"""{"title":"{{title}}"}""", tries == 1 ? [] : [("Idempotency-Key", title)])) == 201;
            await TryAsync(worker + number, client => SendAsync(client, "GET", "/api/v1/users?limit=5"));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task<int> TryAsync(int turn, Func<HttpClient, Task<int>> sendAsync)
    {
        var status = 0;
        for (var attempt = 0; attempt < tries && status is 0 or 409 or 503; attempt++)
        {
            status = await sendAsync(instances[(turn + attempt) % instances.Count].Client);
        }

        return status;
    }

    // 0: the program has ended.
    private async Task<int> SendAsync(HttpClient client, string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var answer = json is null ? await client.AnswerAsync(method, path, member.Authorization) : await client.AnswerAsync(method, path, json, [member.Authorization, .. headers]);
            answers.Enqueue((answer.Status, Stopwatch.GetElapsedTime(began)));
            return answer.Status;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return 0;
        }
    }
}
