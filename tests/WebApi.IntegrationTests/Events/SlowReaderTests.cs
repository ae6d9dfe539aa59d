using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Whoever does not read what comes.</summary>
public sealed class SlowReaderTests(EventsApi api) : IClassFixture<EventsApi>
{
    private const int Many = 2_500;

    // More than the buffers of a connection take.
    private const int PayloadLength = 20_000;

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task They_are_told_that_they_are_too_slow_and_miss_nothing_when_they_go_on()
    {
        await using var stream = await api.FollowAsync(ApiFixture.Admin, "?type=webhook_endpoint.*");
        await using var other = await api.FollowAsync(ApiFixture.Admin, "?type=invitation.*");
        await api.ExecuteAsync(
            $$"""
            insert into events.outbox_events (id, name, organization_id, subject_type, subject_id, version, ordinal, payload, occurred_at)
            select gen_random_uuid(), 'webhook_endpoint.updated.v1', organization_id, 'user', id, 100000 + number, 0, jsonb_build_object('said', repeat('x', {{PayloadLength}})), '{{api.Clock.GetUtcNow():O}}'
            from (select id, organization_id from users.users where email = '{{ApiFixture.Admin}}' and deleted_at is null order by created_at limit 1) somebody, generate_series(1, {{Many}}) number
            """);
        await Probe.UntilAsync("all have their places", async () =>
        {
            await api.ExecuteAsync("select events.assign_positions(1000)");
            return await api.ScalarAsync<long>("select count(*) from events.outbox_events where position is null") == 0;
        });
        // What comes after them has been told, so they have too.
        var last = await api.HappenAsync(ApiFixture.Admin, "invitation.sent.v1");
        (await other.IdsAsync(1)).Should().Equal(last);

        HashSet<string> read = [];
        string? reason = null;
        while (reason is null && await stream.BlockAsync() is { } block)
        {
            var data = block.Split('\n').FirstOrDefault(line => line.StartsWith("data: ", StringComparison.Ordinal)) is { } line ? JsonElement.Parse(line["data: ".Length..]) : default;
            reason = block.Contains("event: end", StringComparison.Ordinal) ? data.Text("reason") : null;
            if (reason is null && data.ValueKind == JsonValueKind.Object)
            {
                read.Add(data.Text("id")!);
            }
        }

        reason.Should().Be("TOO_SLOW");
        read.Count.Should().BeLessThan(Many);
        await using var again = await api.FollowAsync(ApiFixture.Admin, "?type=webhook_endpoint.*", stream.LastId);
        read.UnionWith(await again.IdsAsync(Many - read.Count));
        read.Should().HaveCount(Many);
    }
}
