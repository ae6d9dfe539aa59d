using CleanApi.WebApi.IntegrationTests.Http;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Overload;

/// <summary>More requests than run and wait.</summary>
[Trait("Requirement", "R66")]
public sealed class OverloadTests(SmallApi api) : IClassFixture<SmallApi>
{
    [Fact]
    public async Task What_is_too_much_gets_503_at_once_and_what_waits_is_served()
    {
        var path = $"/api/v1/users/{await api.UserIdAsync(ApiFixture.Viewer)}/posts";
        var shed = api.Shed;
        using var first = await api.FromAsync("203.0.113.1");
        using var second = await api.FromAsync("203.0.113.2");
        using var third = await api.FromAsync("203.0.113.3");
        // The links of the list are followed now, and not while the rest is full.
        (await third.AnswerAsync("GET", path)).Status.Should().Be(200);
        await using var holder = await api.Owner.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table posts.posts in access exclusive mode", holder);
        await hold.ExecuteNonQueryAsync();

        var running = first.AnswerAsync("GET", path);
        await Probe.UntilAsync("one runs", async () => await AtLockAsync() == 1);
        var waiting = first.AnswerAsync("GET", path);
        await Probe.UntilAsync("the network's second waits", () => api.Waiting == 1);
        ShouldBeShed(await first.AnswerAsync("GET", path));
        var other = second.AnswerAsync("GET", path);
        await Probe.UntilAsync("another network's first runs", async () => await AtLockAsync() == 2);
        var otherWaiting = second.AnswerAsync("GET", path);
        await Probe.UntilAsync("its second waits", () => api.Waiting == 2);
        ShouldBeShed(await third.AnswerAsync("GET", path));
        ShouldBeShed(await third.AnswerAsync("GET", "/api/v1/no-such-path"));
        (api.Shed - shed).Should().Be(3);
        (await AtLockAsync()).Should().Be(2);

        await ShouldBeServedMeanwhileAsync(third);
        await transaction.RollbackAsync();
        (await Task.WhenAll(running, waiting, other, otherWaiting)).Should().OnlyContain(answer => answer.Status == 200);
        api.Waiting.Should().Be(0);
        (await third.AnswerAsync("GET", path)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Whoever_waits_for_too_long_is_refused_then_and_whoever_has_gone_waits_no_more()
    {
        var path = $"/api/v1/users/{await api.UserIdAsync(ApiFixture.Viewer)}/posts";
        using var client = await api.FromAsync("203.0.113.4");
        using var leaving = new CancellationTokenSource();
        await using var holder = await api.Owner.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table posts.posts in access exclusive mode", holder);
        await hold.ExecuteNonQueryAsync();
        var running = client.AnswerAsync("GET", path);
        await Probe.UntilAsync("one runs", async () => await AtLockAsync() == 1);

        var gone = client.GetAsync(new Uri(path, UriKind.Relative), leaving.Token);
        await Probe.UntilAsync("the network's second waits", () => api.Waiting == 1);
        await leaving.CancelAsync();
        await FluentActions.Awaiting(() => gone).Should().ThrowAsync<OperationCanceledException>();
        await Probe.UntilAsync("it has left the queue", () => api.Waiting == 0);

        var late = client.AnswerAsync("GET", path);
        await Probe.UntilAsync("the third waits", () => api.Waiting == 1);
        api.Clock.Advance(TimeSpan.FromSeconds(1.9));
        late.IsCompleted.Should().BeFalse();
        api.Clock.Advance(TimeSpan.FromSeconds(0.3));
        ShouldBeShed(await late);

        await transaction.RollbackAsync();
        (await running).Status.Should().Be(200);
    }

    private static void ShouldBeShed(Answer answer)
    {
        answer.ShouldBeError(503, "SERVICE_UNAVAILABLE");
        answer.Header("Retry-After").Should().MatchRegex("^[123]$");
    }

    private async Task ShouldBeServedMeanwhileAsync(HttpClient client)
    {
        foreach (var path in new[] { "/health/live", "/health/ready", "/openapi/v1.json", "/docs/errors/SERVICE_UNAVAILABLE", "/docs/docs.css" })
        {
            (await client.AnswerAsync("GET", path)).Status.Should().Be(200, path);
        }

        // Sign-ins have permits of their own, and signing out needs none.
        using var leaving = api.CreateClient(await api.SignInAsync(ApiFixture.Viewer));
        (await leaving.AnswerAsync("POST", "/api/auth/logout")).Status.Should().Be(204);
    }

    private Task<long> AtLockAsync() => api.ScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
}
