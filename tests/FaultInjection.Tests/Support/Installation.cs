using System.Diagnostics;

namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>A server with one instance of the program, for the tests of one class.</summary>
public sealed class Installation : IAsyncLifetime
{
    /// <summary>The connections of the instance.</summary>
    internal const int PoolSize = 20;

    // What readiness and lists promise is 3 and about 10 seconds; the rest is for a machine that is busy with other tests.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(3);

    /// <summary>The server.</summary>
    internal Server Server { get; private set; } = null!;

    /// <summary>The program.</summary>
    internal Instance Instance { get; private set; } = null!;

    /// <summary>Who sends requests.</summary>
    internal Member Member { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Server = await Server.StartAsync(maxConnections: 40);
        Instance = await Instance.StartAsync(Server, ("Database__MaxPoolSize", $"{PoolSize}"));
        Member = await Instance.SignInAsync();
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Instance.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>Breaks something under load, and repairs it: 503 meanwhile and nothing else, in time; then it works again, and nothing that was acknowledged is lost.</summary>
    internal async Task OutageAsync(Func<Task> breakAsync, Func<Task> repairAsync, ITestOutputHelper output)
    {
        var load = await Load.BeginAsync(Member, Instance);
        await breakAsync();
        try
        {
            var longest = await AskWhileAsync(load.FailsAsync());
            output.WriteLine($"The longest answer about readiness took {longest.TotalMilliseconds:0} ms.");
            longest.Should().BeLessThan(TimeSpan.FromSeconds(3) + Slack);
            (await Instance.Client.AnswerAsync("GET", "/health/ready")).ShouldBeError(503, "SERVICE_UNAVAILABLE");
            (await Instance.Client.AnswerAsync("GET", "/health/live")).Status.Should().Be(200);
            ShouldBeUnavailable(await Instance.Client.AnswerAsync("GET", "/api/v1/users", Member.Authorization));
        }
        finally
        {
            await repairAsync();
        }

        var recovery = await Instance.RecoversAsync();
        await load.AcknowledgesAsync();
        await load.EndAsync();
        output.WriteLine($"Ready {recovery.TotalMilliseconds:0} ms after the repair; the longest answer took {load.Longest.TotalMilliseconds:0} ms; {load.Acknowledged.Count} posts acknowledged.");
        load.Failures.Should().BeSubsetOf([503]);
        // Overload__RequestTimeoutSeconds, the wait for a turn included.
        load.Longest.Should().BeLessThan(TimeSpan.FromSeconds(15) + Slack);
        await ShouldHaveStoredAsync(Server, load);
    }

    /// <summary>What was acknowledged is stored, once, and what is stored was sent.</summary>
    internal static async Task ShouldHaveStoredAsync(Server server, Load load)
    {
        var stored = await server.ReadAsync($"select title from posts.posts where title like '{load.Title} %'");
        stored.Should().OnlyHaveUniqueItems();
        load.Acknowledged.Except(stored).Should().BeEmpty("what was acknowledged is kept");
        await server.ExecuteAsync($"delete from posts.posts where title like '{load.Title} %'");
    }

    private static void ShouldBeUnavailable(Answer answer)
    {
        answer.ShouldBeError(503, "SERVICE_UNAVAILABLE");
        answer.Header("Retry-After").Should().MatchRegex("^[1-9][0-9]*$");
        answer.Body.Should().NotContainEquivalentOf("postgres");
    }

    // All the while, also when many requests give up at once.
    private async Task<TimeSpan> AskWhileAsync(Task outage)
    {
        var longest = TimeSpan.Zero;
        do
        {
            var began = Stopwatch.GetTimestamp();
            (await Instance.Client.AnswerAsync("GET", "/health/ready")).Status.Should().BeOneOf(200, 503);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
        }
        while (!outage.IsCompleted);

        await outage;
        return longest;
    }
}
