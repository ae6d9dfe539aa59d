using CleanApi.Domain.Users;
using CleanApi.Infrastructure.CommandLine;
using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Queue;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>What handlers get, and what comes of it.</summary>
public sealed class DeliveryTests(EventApi api) : IClassFixture<EventApi>
{
    [Fact]
    [Trait("Requirement", "R5")]
    [Trait("Requirement", "R257")]
    public async Task Two_instances_handle_each_event_once_and_those_of_a_subject_in_their_order()
    {
        api.StartAnother();
        var users = await Task.WhenAll(Enumerable.Range(1, 8).Select(api.UserAsync));

        await Task.WhenAll(users.Select(user => api.RenameAsync(user, [.. Enumerable.Range(1, 6).Select(number => $"Name Number {number}")])));
        await api.DrainedAsync(RecordingHandler.Name);

        foreach (var user in users)
        {
            (await EffectsAsync(RecordingHandler.Name, user)).Should().Be(await EventsAsync(user)).And.NotBeNullOrEmpty();
        }
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task Poison_parks_its_own_subject_until_it_is_replayed_and_nothing_else()
    {
        var (poisoned, healthy) = (await api.UserAsync(20), await api.UserAsync(21));
        await api.RenameAsync(poisoned, RecordingHandler.Poison, "After Poison");
        await api.RenameAsync(healthy, "Healthy One", "Healthy Two");
        await Probe.UntilAsync("the healthy one is handled", async () => await EffectsAsync(RecordingHandler.Name, healthy) == await EventsAsync(healthy));

        // As if it had failed until one attempt is left, and were due now.
        await api.ExecuteAsync($"update events.outbox_deliveries set attempts = {DeliveryRetries.MaxAttempts - 1}, due_at = created_at where handler = '{RecordingHandler.Name}' and attempts > 0 and subject_id = '{poisoned.Value}'");
        await Probe.UntilAsync("it is given up", async () =>
        {
            api.Clock.Advance(TimeSpan.FromHours(1));
            return await api.ScalarAsync<long>($"select count(*) from events.outbox_deliveries where dead_at is not null and subject_id = '{poisoned.Value}'") == 1;
        });
        (await EffectsAsync(RecordingHandler.Name, poisoned)).Should().BeNullOrEmpty("what the handler has done before it failed is rolled back, and the next event waits");
        var (exit, listed) = await RunAsync(new OutboxList());
        (exit, listed).Should().Be((0, listed));
        listed.Should().Contain("user.updated.v1").And.Contain(RecordingHandler.Name).And.Contain("does not bear").And.NotContain(RecordingHandler.Poison);

        lock (RecordingHandler.Failing)
        {
            RecordingHandler.Failing.Clear();
        }

        (await RunAsync(new OutboxReplay(), listed.Split(' ')[0])).Exit.Should().Be(0);
        await Probe.UntilAsync("all are handled", async () => await EffectsAsync(RecordingHandler.Name, poisoned) == await EventsAsync(poisoned));
        (await api.ScalarAsync<long>("select count(*) from auditing.audit_logs where action = 'event.replayed' and target_id like 'evt_%'")).Should().Be(1);
        (await RunAsync(new OutboxReplay(), listed.Split(' ')[0])).Exit.Should().Be(1, "it is there no more");
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task Whoever_finishes_after_the_lease_has_ended_changes_nothing()
    {
        var subscriptions = api.Only<LateHandler>();
        var (first, second, runner) = (api.QueueOf(subscriptions), api.QueueOf(subscriptions), api.RunnerOf(subscriptions));
        var user = await api.UserAsync(30);
        await api.RenameAsync(user, "Late One");
        await api.DeliverAsync(LateHandler.Name, "user.updated.v1", user.Value);

        var late = await first.ClaimAsync(10, CancellationToken.None);
        (await second.ClaimAsync(10, CancellationToken.None)).Should().BeEmpty("it is leased");
        api.Clock.Advance(first.Table.Lease + TimeSpan.FromSeconds(1));
        var next = await second.ClaimAsync(10, CancellationToken.None);

        (late.Count, next.Count).Should().Be((1, 1));
        await runner.Awaiting(one => one.HandleTogetherAsync(late, CancellationToken.None)).Should().ThrowAsync<LeaseLostException>("another has it by now");
        (await EffectsAsync(LateHandler.Name, user)).Should().BeNullOrEmpty();
        await runner.HandleTogetherAsync(next, CancellationToken.None);
        await runner.Awaiting(one => one.HandleTogetherAsync(next, CancellationToken.None)).Should().ThrowAsync<LeaseLostException>("it is done");
        (await EffectsAsync(LateHandler.Name, user)).Should().Be(await EventsAsync(user));
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task A_handler_gets_the_next_event_of_a_subject_when_none_before_is_left()
    {
        var subscriptions = api.Only<LateHandler>();
        var queue = api.QueueOf(subscriptions);
        var user = await api.UserAsync(31);
        await api.RenameAsync(user, "First Name", "Second Name", "Third Name");
        await api.DeliverAsync(LateHandler.Name, "user.updated.v1", user.Value);

        var all = await queue.ClaimAsync(10, CancellationToken.None);
        all.Select(one => one.Event.Context.Version).Should().HaveCount(3).And.BeInAscendingOrder("what follows the first one is taken along");
        (await queue.ClaimAsync(10, CancellationToken.None)).Should().BeEmpty("they are under way");
        await queue.GiveUpAsync(all[0], "dead", CancellationToken.None);
        await queue.GiveBackAsync(all, CancellationToken.None);
        (await queue.ClaimAsync(10, CancellationToken.None)).Should().BeEmpty("the first one is given up");
        await api.ExecuteAsync($"delete from events.outbox_deliveries where handler = '{LateHandler.Name}' and dead_at is not null");
        (await queue.ClaimAsync(10, CancellationToken.None)).Select(one => (one.Id, one.Attempts)).Should().Equal((all[1].Id, 1), (all[2].Id, 1));
        await api.ExecuteAsync($"delete from events.outbox_deliveries where handler = '{LateHandler.Name}'");
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task What_reaches_past_the_database_gets_an_event_again_under_the_same_delivery()
    {
        var user = await api.UserAsync(32);

        await api.RenameAsync(user, "Outside Name");
        await Probe.UntilAsync("it has got it twice", () =>
        {
            api.Clock.Advance(TimeSpan.FromSeconds(5));
            return OutsideHandler.Attempts.Count(attempt => attempt.SubjectId == user.Value) == 2;
        });

        var attempts = OutsideHandler.Attempts.Where(attempt => attempt.SubjectId == user.Value).ToList();
        attempts.Should().AllBeEquivalentTo(attempts[0]);
        attempts[0].Subject.Should().Be(user.ToString());
        attempts[0].Actor!.PublicId.Should().StartWith("usr_");
        attempts[0].RequestId.Should().StartWith("req_");
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task What_cannot_be_read_is_given_up_at_once()
    {
        var user = await api.UserAsync(33);
        await api.RenameAsync(user, "Unreadable Name");
        await api.DrainedAsync(RecordingHandler.Name);
        await api.ExecuteAsync($$"""update events.outbox_events set payload = '{"userId": 1}' where subject_id = '{{user.Value}}'""");

        await api.DeliverAsync(RecordingHandler.Name, "user.updated.v1", user.Value);
        await Probe.UntilAsync("it is given up", async () => await api.ScalarAsync<int>(
            $"select attempts from events.outbox_deliveries where dead_at is not null and subject_id = '{user.Value}'") == 1);

        await api.ExecuteAsync($"delete from events.outbox_deliveries where subject_id = '{user.Value}'");
    }

    private async Task<(int Exit, string Output)> RunAsync(ProgramCommand command, params string[] arguments)
    {
        await using var output = new StringWriter();
        var exit = await command.RunAsync(new CommandRun(api.Services, arguments, output, output), CancellationToken.None);
        return (exit, output.ToString());
    }

    private Task<string?> EventsAsync(UserId user) => api.ScalarAsync<string>(
        $"select string_agg(version || '.' || ordinal, ' ' order by version, ordinal) from events.outbox_events where name = 'user.updated.v1' and subject_id = '{user.Value}'");

    // As they came.
    private Task<string?> EffectsAsync(string handler, UserId user) => api.ScalarAsync<string>(
        $"select string_agg(version || '.' || ordinal, ' ' order by number) from public.effects where handler = '{handler}' and subject_id = '{user.Value}'");
}
