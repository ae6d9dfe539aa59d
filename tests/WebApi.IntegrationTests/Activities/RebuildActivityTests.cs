using CleanApi.Application.Activities;

namespace CleanApi.WebApi.IntegrationTests.Activities;

/// <summary>What is counted again from the event log is what was counted, also while events come in.</summary>
[Trait("Requirement", "R6")]
public sealed class RebuildActivityTests(ActivityApi api) : IClassFixture<ActivityApi>
{
    // Counted by the database, and by no code of the program.
    private const string Truth =
        """
        select string_agg(concat_ws(' ', organization_id, sign_ins, posts, invitations, actions), E'\n' order by organization_id) from (
          select organization_id, count(*) filter (where name = 'session.opened.v1') as sign_ins, count(*) filter (where name = 'post.created.v1') as posts,
            count(*) filter (where name = 'invitation.sent.v1' and version = 1) as invitations,
            count(*) filter (where name = 'session.opened.v1' or (actor_type = 'user' and actor_id is not null)) as actions
          from events.outbox_events where organization_id is not null group by organization_id) truth
        """;

    private const string Counted =
        """
        select string_agg(concat_ws(' ', organization_id, sign_ins, posts, invitations, actions), E'\n' order by organization_id) from (
          select organization_id, sum(sign_ins) as sign_ins, sum(posts) as posts, sum(invitations) as invitations, sum(actions) as actions
          from activities.member_quarters where quarter > '2021-01-01' group by organization_id) counted
        """;

    private const string Rows = "select md5(string_agg(counted::text, E'\n' order by organization_id, quarter, user_id)) from activities.member_quarters counted";

    [Fact]
    public async Task What_was_counted_wrongly_is_mended_and_again_is_the_same()
    {
        await api.PostAsync(ApiFixture.Member);
        await api.CountedAsync();
        await api.RebuildAsync();
        var (truth, right) = (await api.ScalarAsync<string>(Truth), await api.ScalarAsync<string>(Rows));
        (await api.ScalarAsync<string>(Counted)).Should().Be(truth);

        await api.ExecuteAsync("delete from activities.member_quarters where ctid in (select ctid from activities.member_quarters limit 1)");
        await api.ExecuteAsync("update activities.member_quarters set posts = posts + 99");
        await api.ExecuteAsync(
            $"""
            insert into activities.member_quarters (organization_id, quarter, user_id, sign_ins, posts, invitations, actions)
            select organization_id, max(quarter), gen_random_uuid(), 1, 1, 1, 1 from activities.member_quarters group by organization_id
            """);
        (await api.ScalarAsync<string>(Rows)).Should().NotBe(right);

        var (exit, output) = await api.RebuildAsync();

        exit.Should().Be(0);
        output.Should().MatchRegex(@"^(org_[0-9a-z]{26} [0-9]+ [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:(00|15|30|45):00Z\n){2,}$");
        (await api.ScalarAsync<string>(Rows)).Should().Be(right);
        (await api.RebuildAsync()).Exit.Should().Be(0);
        (await api.ScalarAsync<string>(Rows)).Should().Be(right);
    }

    [Fact]
    public async Task Events_that_come_in_meanwhile_are_counted_once()
    {
        await api.TokenAsync(ApiFixture.Member);
        var written = 0;
        var writers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            for (var post = 0; post < 15; post++)
            {
                await api.PostAsync(ApiFixture.Member, "PUBLISHED");
                Interlocked.Increment(ref written);
            }
        })).ToList();
        var rebuilt = 0;
        while (rebuilt < 3 || !writers.TrueForAll(writer => writer.IsCompleted))
        {
            (await api.RebuildAsync()).Exit.Should().Be(0);
            rebuilt++;
        }

        await Task.WhenAll(writers);
        await api.CountedAsync();

        written.Should().Be(45);
        (await api.ScalarAsync<string>(Counted)).Should().Be(await api.ScalarAsync<string>(Truth));
    }

    [Fact]
    public async Task What_is_still_to_be_counted_is_left_to_whoever_counts_it()
    {
        await api.PostAsync(ApiFixture.Member);
        await api.CountedAsync();
        await api.RebuildAsync();
        // Nobody gets it until it is due.
        await api.ExecuteAsync(
            $"""
            insert into events.outbox_deliveries (id, event_id, handler, subject_id, version, ordinal, due_at, attempts, created_at)
            select gen_random_uuid(), id, '{ActivityCounting.Handler}', subject_id, version, ordinal, '2999-01-01', 0, occurred_at
            from events.outbox_events where name = 'post.created.v1' order by id desc limit 1
            """);

        await api.RebuildAsync();
        (await api.ScalarAsync<string>(Counted)).Should().NotBe(await api.ScalarAsync<string>(Truth));

        await api.ExecuteAsync($"update events.outbox_deliveries set due_at = created_at where handler = '{ActivityCounting.Handler}'");
        await api.CountedAsync();
        (await api.ScalarAsync<string>(Counted)).Should().Be(await api.ScalarAsync<string>(Truth));
    }

    [Fact]
    public async Task What_is_older_than_the_log_stays_as_it_was_counted()
    {
        await api.SeedAsync(ApiFixture.Admin, "2020-01-01T00:00Z", 5);

        await api.RebuildAsync();

        (await api.ReadAsync(ApiFixture.Admin, "?from=2020-01-01&to=2020-01-01")).Body.At("data.attributes.signIns").GetInt64().Should().Be(5);
    }
}
