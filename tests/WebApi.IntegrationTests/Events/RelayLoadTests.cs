namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Several instances over one database, with more events than one claim takes.</summary>
[Trait("Requirement", "R257")]
public sealed class RelayLoadTests(EventApi api) : IClassFixture<EventApi>
{
    private const int Subjects = 100;
    private const int Versions = 30;

    [Fact]
    public async Task Two_and_then_four_lose_nothing_do_nothing_twice_and_keep_the_order_of_each_subject()
    {
        await api.RenameAsync(await api.UserAsync(50), "Sample Of An Event");
        await api.DrainedAsync(RecordingHandler.Name);
        foreach (var others in new[] { 1, 2 })
        {
            for (var started = 0; started < others; started++)
            {
                api.StartAnother();
            }

            await HappenAsync();
            await api.DrainedAsync(RecordingHandler.Name);
        }

        // Each subject has all of its versions, in their order, and none twice.
        var expected = string.Join(' ', Enumerable.Range(1, Versions));
        (await api.ScalarAsync<string>(
            """
            select string_agg(distinct handled.versions, '; ') || ', ' || count(*) from (
              select string_agg(version::text, ' ' order by number) as versions from public.effects effect
              where not exists (select from users.users where id = effect.subject_id) group by subject_id) handled
            """)).Should().Be($"{expected}, {2 * Subjects}");
        RecordingHandler.Shared.Should().BeEmpty("two are never at one subject");
        RecordingHandler.Busy.Should().BeEmpty();
    }

    // What many requests would have written, all at once.
    private async Task HappenAsync()
    {
        await api.ExecuteAsync(
            $"""
            with subject as (select gen_random_uuid() as id from generate_series(1, {Subjects})),
              sample as (select * from events.outbox_events where name = 'user.updated.v1' order by id limit 1),
              happened as (
                insert into events.outbox_events (id, name, organization_id, subject_type, subject_id, version, ordinal, payload, occurred_at)
                select gen_random_uuid(), sample.name, sample.organization_id, 'user', subject.id, number, 0, sample.payload, sample.occurred_at
                from subject cross join generate_series(1, {Versions}) number cross join sample returning *)
            insert into events.outbox_deliveries (id, event_id, handler, subject_id, version, ordinal, due_at, attempts, created_at)
            select gen_random_uuid(), id, '{RecordingHandler.Name}', subject_id, version, ordinal, occurred_at, 0, occurred_at from happened order by random()
            """);
    }
}
