using CleanApi.Domain.Common;
using CleanApi.Domain.Events;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.CommandLine;
using CleanApi.Infrastructure.Events;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>What an operator does with deliveries that are stuck.</summary>
[Trait("Requirement", "R257")]
public sealed class OutboxCommandTests(EventApi api) : IClassFixture<EventApi>
{
    private const string Gone = "tests.gone";

    // What waits for the one that is gone.
    private readonly Dictionary<UserId, string> ids = [];

    [Fact]
    public async Task What_was_given_up_is_listed_and_shown_with_its_error()
    {
        var user = await DeadAsync(2, "Shown Name");
        var id = await IdAsync(user, RecordingHandler.Name);

        var (exit, listed, _) = await RunAsync(new OutboxList(), "--handler", RecordingHandler.Name);
        var (_, shown, _) = await RunAsync(new OutboxShow(), id);
        var (_, others, _) = await RunAsync(new OutboxList(), "--handler", Gone);

        exit.Should().Be(0);
        listed.Split('\n').Should().ContainSingle(line => line.StartsWith(id, StringComparison.Ordinal)).Which.Should().Contain("user.updated.v1 evt_").And.EndWith(" 20 The error");
        others.Should().NotContain(id);
        shown.Should().ContainAll($"delivery: {id}", "error: The error", $"subject: {user}", "organization: org_", "behind it: 0", "\"Shown Name\"");
        await RunAsync(new OutboxDrop(), id);
    }

    [Fact]
    public async Task A_dropped_one_is_never_handled_what_waits_behind_it_is_and_both_are_audited_and_named()
    {
        var user = await DeadAsync(3, "Dropped Name");
        var (id, evt) = (await IdAsync(user, RecordingHandler.Name), await api.ScalarAsync<Guid>($"select event_id from events.outbox_deliveries where subject_id = '{user.Value}'"));
        await api.RenameAsync(user, "Name Behind");
        var unknown = TypeId.New<OutboxDeliveryId>(DateTimeOffset.UnixEpoch).ToString();

        var (exit, output, errors) = await RunAsync(new OutboxDrop(), id, unknown);

        (exit, output).Should().Be((1, $"{id} is dropped\n"));
        errors.Should().Be($"{unknown} is no delivery that is stuck: it was handled, goes on by itself, or never was.\n");
        await api.DrainedAsync(RecordingHandler.Name);
        (await EffectsAsync(user)).Should().Be("Name Behind");
        (await AuditedAsync("event.dropped", evt)).Should().Be(1);
        (await RunAsync(new OutboxDrop(), id)).Exit.Should().Be(1, "it is there no more");
        (await RunAsync(new OutboxReplay(), id)).Exit.Should().Be(1);
        (await RunAsync(new OutboxShow(), id)).Exit.Should().Be(1);
    }

    [Fact]
    public async Task All_that_a_handler_has_given_up_is_replayed_by_its_name()
    {
        var user = await DeadAsync(4, "Replayed Name");

        var (exit, output, _) = await RunAsync(new OutboxReplay(), "--handler", RecordingHandler.Name);

        exit.Should().Be(0);
        output.Should().Contain(" is tried again");
        await api.DrainedAsync(RecordingHandler.Name);
        (await EffectsAsync(user)).Should().Be("Replayed Name");
    }

    [Fact]
    public async Task What_waits_for_a_handler_that_is_gone_is_given_to_another_or_dropped()
    {
        var (first, second) = (await OrphanAsync(5, "Orphan One"), await OrphanAsync(6, "Orphan Two"));
        (await RunAsync(new OutboxOrphans())).Output.Should().StartWith($"{Gone} 2 ");
        (await RunAsync(new OutboxReplay(), "--handler", Gone)).Errors.Should().StartWith($"{Gone} is no handler of this version");
        (await RunAsync(new OutboxReplay(), "--handler", Gone, "--to", "tests.none")).Errors.Should().StartWith("tests.none is no handler of this version. It has ");
        (await RunAsync(new OutboxReplay(), "--handler", RecordingHandler.Name, "--to", OutsideHandler.Name)).Errors.Should().Contain("leave --to out");

        // This one has got its event itself, and handled it: it gets it again. Where it is still to get it, it is left.
        await api.DeliverAsync(RecordingHandler.Name, "user.updated.v1", second.Value);
        await api.ExecuteAsync($"update events.outbox_deliveries set dead_at = created_at where handler = '{RecordingHandler.Name}' and subject_id = '{second.Value}'");
        var (exit, output, errors) = await RunAsync(new OutboxReplay(), "--handler", Gone, "--to", RecordingHandler.Name);
        exit.Should().Be(1);
        output.Should().Be($"{ids[first]} is tried again\n");
        errors.Should().EndWith($"or {RecordingHandler.Name} has its event already.\n");

        (await RunAsync(new OutboxDrop(), "--handler", Gone)).Exit.Should().Be(0);
        (await RunAsync(new OutboxOrphans())).Output.Should().BeEmpty();
        (await api.ScalarAsync<long>($"select count(*) from events.outbox_deliveries where handler = '{Gone}'")).Should().Be(0);
        await RunAsync(new OutboxDrop(), "--handler", RecordingHandler.Name);
    }

    private async Task<UserId> DeadAsync(int number, string name)
    {
        var user = await api.UserAsync(number);
        await api.RenameAsync(user, name);
        await api.DrainedAsync(RecordingHandler.Name);
        await api.ExecuteAsync($"delete from public.effects where subject_id = '{user.Value}'");
        // Given up as soon as it is there: nobody handles it.
        await api.ExecuteAsync(
            $"""
            insert into events.outbox_deliveries (id, event_id, handler, subject_id, version, ordinal, due_at, attempts, last_error, created_at, dead_at)
            select gen_random_uuid(), id, '{RecordingHandler.Name}', subject_id, version, ordinal, occurred_at, 20, 'The error', occurred_at, occurred_at
            from events.outbox_events where name = 'user.updated.v1' and subject_id = '{user.Value}'
            """);
        return user;
    }

    private async Task<UserId> OrphanAsync(int number, string name)
    {
        var user = await api.UserAsync(number);
        await api.RenameAsync(user, name);
        await api.DrainedAsync(RecordingHandler.Name);
        await api.DeliverAsync(Gone, "user.updated.v1", user.Value);
        ids[user] = await IdAsync(user, Gone);
        return user;
    }

    private async Task<string> IdAsync(UserId user, string handler) =>
        OutboxDeliveryId.From(await api.ScalarAsync<Guid>($"select id from events.outbox_deliveries where handler = '{handler}' and subject_id = '{user.Value}'")).ToString();

    private Task<string?> EffectsAsync(UserId user) => api.ScalarAsync<string>(
        $"""
        select string_agg(event.payload ->> 'name', ' ' order by effect.number) from public.effects effect join events.outbox_events event on event.id = effect.event_id
        where effect.handler = '{RecordingHandler.Name}' and effect.subject_id = '{user.Value}'
        """);

    private Task<long> AuditedAsync(string action, Guid id) => api.ScalarAsync<long>(
        $"select count(*) from auditing.audit_logs where action = '{action}' and target_type = 'event' and target_id = '{OutboxEventId.From(id)}'");

    private async Task<(int Exit, string Output, string Errors)> RunAsync(ProgramCommand command, params string[] arguments)
    {
        command.Refuse(arguments).Should().BeNull();
        await using var output = new StringWriter { NewLine = "\n" };
        await using var errors = new StringWriter { NewLine = "\n" };
        var exit = await command.RunAsync(new CommandRun(api.Services, arguments, output, errors), CancellationToken.None);
        return (exit, output.ToString(), errors.ToString());
    }
}
