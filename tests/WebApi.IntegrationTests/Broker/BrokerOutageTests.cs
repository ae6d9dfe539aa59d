using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Broker;

/// <summary>A broker that is killed and comes back.</summary>
public sealed class BrokerOutageTests(BrokerApi api) : IClassFixture<BrokerApi>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task While_the_broker_is_down_events_wait_and_nothing_else_suffers()
    {
        await using (await BoundQueue.OpenAsync(api.Server.Uri, "outage", "post.created.*"))
        {
            await api.Server.KillAsync();
        }

        var author = await api.UserIdAsync(ApiFixture.Admin);
        List<string> titles = [];
        for (var i = 0; i < 3; i++)
        {
            titles.Add($"Outage {Guid.NewGuid():N}");
            (await api.SendAsync(ApiFixture.Admin, "POST", $"/api/v1/users/{author}/posts", new { title = titles[^1] })).Expect(HttpStatusCode.Created);
        }

        const string Waiting = "select count(*) from events.outbox_deliveries where handler = 'broker.publish' and last_error like 'BrokenCircuit%' and dead_at is null and attempts = 0";
        await Probe.UntilAsync("all have been tried, and none has spent an attempt", async () =>
        {
            api.Clock.Advance(Pause);
            return await api.ScalarAsync<long>(Waiting) >= titles.Count;
        });

        await api.Server.StartAsync();
        await using var queue = await BoundQueue.OpenAsync(api.Server.Uri, "outage", "post.created.*");
        var arrived = await queue.TakeAsync(titles.Count, () => api.Clock.Advance(Pause));
        arrived.Select(message => message.CloudEvent.Text("data.title")).Should().BeEquivalentTo(titles);
    }
}
