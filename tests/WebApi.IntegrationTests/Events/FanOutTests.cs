using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>What the database makes of an event that names its handlers.</summary>
public sealed class FanOutTests(EventApi api) : IClassFixture<EventApi>
{
    [Fact]
    [Trait("Requirement", "R257")]
    public async Task An_event_has_a_delivery_for_each_handler_that_it_names_from_its_time_on_and_with_an_id_of_it()
    {
        var named = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(20_000));
        await api.ExecuteAsync(
            $$"""
            insert into events.outbox_events (id, name, organization_id, subject_type, subject_id, version, ordinal, payload, occurred_at, handlers)
            select '{{named}}', name, organization_id, subject_type, '{{named}}', 7, 3, payload, occurred_at, '{tests.gone-a,tests.gone-b}' from events.outbox_events limit 1
            """);

        var deliveries = await api.ScalarAsync<string>(
            $"""
            select string_agg(concat_ws(' ', handler, subject_id = event_id, version, ordinal, attempts, due_at = time, created_at = time), ', ' order by handler)
            from events.outbox_deliveries cross join (select occurred_at as time from events.outbox_events where id = '{named}') one where event_id = '{named}'
            """);
        deliveries.Should().Be("tests.gone-a t 7 3 0 t t, tests.gone-b t 7 3 0 t t");
        var ids = JsonElement.Parse((await api.ScalarAsync<string>($"select json_agg(id)::text from events.outbox_deliveries where event_id = '{named}'"))!)
            .EnumerateArray().Select(id => id.GetGuid()).ToList();
        ids.Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.Version == 7 && id.Variant >= 8 && id.Variant <= 11);
        ids.Select(id => id.ToString()[..13]).Should().AllBe(named.ToString()[..13], "their time is its time");
        await api.ExecuteAsync($"delete from events.outbox_deliveries where event_id = '{named}'");
    }
}
