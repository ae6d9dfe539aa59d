using System.Net;
using CleanApi.Infrastructure.Broker;
using CleanApi.Infrastructure.Events;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Broker;

/// <summary>A broker that has never been reached.</summary>
[Trait("Requirement", "R257")]
public sealed class UnreachableBrokerTests(UnreachableBrokerApi api) : IClassFixture<UnreachableBrokerApi>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Events_wait_without_spending_an_attempt_and_the_log_tells_it_once_a_minute()
    {
        var author = await api.UserIdAsync(ApiFixture.Admin);
        (await api.SendAsync(ApiFixture.Admin, "POST", $"/api/v1/users/{author}/posts", new { title = "Waits" })).Expect(HttpStatusCode.Created);
        var begun = api.Clock.GetUtcNow();
        for (var tries = 0; tries < 10; tries++)
        {
            api.Clock.Advance(Pause);
            var before = await TriesAsync();
            await Probe.UntilAsync("it is tried again", async () =>
            {
                api.Clock.Advance(TimeSpan.FromMilliseconds(500));
                api.Services.GetRequiredService<OutsideDeliveries>().Wake.Call();
                return await TriesAsync() != before;
            });
        }

        (await api.ScalarAsync<long>("select count(*) from events.outbox_deliveries where handler = 'broker.publish' and (attempts > 0 or dead_at is not null) and lease_token is null"))
            .Should().Be(0);
        var minutes = (api.Clock.GetUtcNow() - begun) / BrokerLog.Between;
        api.Logs.Lines.Count(line => line.Message.Contains("The message broker has no events: it is not reachable", StringComparison.Ordinal))
            .Should().BeInRange(1, (int)minutes + 1);
    }

    // Another due time after each.
    private Task<string?> TriesAsync() => api.ScalarAsync<string>(
        "select string_agg(due_at::text, ' ' order by id) from events.outbox_deliveries where handler = 'broker.publish' and last_error like 'BrokenCircuit%'");
}
