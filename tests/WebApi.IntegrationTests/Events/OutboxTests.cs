using System.Text.Json;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Events;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>What is stored of events, in which order, for whom, and for how long.</summary>
public sealed class OutboxTests(EventApi api) : IClassFixture<EventApi>
{
    private const string Columns = "id, name, organization_id, subject_type, subject_id, version, ordinal, payload, occurred_at";

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task An_event_tells_who_has_done_what_to_whom_in_the_words_of_the_API()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var answer = await client.AnswerAsync("POST", "/api/v1/users", """{"email":"stored@acme.test","name":"Stored Person","role":"VIEWER"}""");
        var id = answer.Json.Text("data.id")!;
        PublicIds.TryParse(id, out var type, out var subject).Should().BeTrue();

        var stored = JsonElement.Parse((await api.ScalarAsync<string>($"select row_to_json(e)::text from events.outbox_events e where name = 'user.created.v1' and subject_id = '{subject}'"))!);

        (type, stored.Text("subject_type"), stored.Text("actor_type")).Should().Be(("user", "user", "user"));
        stored.Text("payload.userId").Should().Be(id);
        stored.Text("payload.email").Should().Be("stored@acme.test");
        stored.Text("payload.role").Should().Be("VIEWER");
        stored.Text("request_id").Should().Be(answer.Header("X-Request-ID"));
        stored.At("version").GetInt64().Should().Be(1);
        PublicIds.Format("user", Guid.Parse(stored.Text("actor_id")!)).Should().Be(await api.UserIdAsync(ApiFixture.Admin));
    }

    [Fact]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R257")]
    public async Task The_application_reads_the_events_of_its_tenant_and_no_others()
    {
        await api.RenameAsync(await api.UserAsync(40), "Tenant Name");
        var foreign = Guid.CreateVersion7();
        await api.ExecuteAsync(Insert(foreign, foreign));
        await api.ExecuteAsync($"update events.outbox_events set organization_id = (select organization_id from users.users where email = '{ApiFixture.OtherAdmin}' limit 1) where id = '{foreign}'");
        (await api.ScalarAsync<Guid?>($"select organization_id from events.outbox_events where id = '{foreign}'")).Should().NotBeNull();
        var organization = await api.ScalarAsync<Guid>("select organization_id from users.users where email = 'admin@acme.test'");

        await using var connection = await api.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            set local role cleanapi_app;
            select set_config('app.organization_id', '{organization}', true);
            select count(*) filter (where organization_id = '{organization}'), count(*) filter (where organization_id is distinct from '{organization}') from events.outbox_events
            """;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();

        reader.GetInt64(0).Should().BePositive();
        reader.GetInt64(1).Should().Be(0);
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task A_transaction_that_commits_late_comes_after_what_was_in_the_log_before()
    {
        var sequencer = api.Services.GetServices<IHostedService>().OfType<Sequencer>().Single();
        var before = await api.ScalarAsync<long>("select last from app.event_positions");
        await using var connection = await api.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var (early, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var insert = connection.CreateCommand())
        {
            insert.CommandText = Insert(early, Guid.NewGuid());
            await insert.ExecuteNonQueryAsync();
        }

        await api.ExecuteAsync(Insert(late, Guid.NewGuid()));
        await SequencedAsync(late);
        await transaction.CommitAsync();
        await sequencer.RunOnceAsync(CancellationToken.None);
        await SequencedAsync(early);

        (await PositionAsync(early)).Should().BeGreaterThan((await PositionAsync(late))!.Value);
        (await api.ScalarAsync<bool>($"select count(distinct position) = count(*) and max(position) - {before} = count(*) from events.outbox_events where position > {before}")).Should().BeTrue("positions have no gap");
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task Positions_are_given_by_one_at_a_time_and_keep_the_order_of_a_subject()
    {
        var subject = Guid.NewGuid();
        await using var connection = await api.Owner.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var held = connection.CreateCommand();
            held.CommandText = "select last from app.event_positions for update";
            await held.ExecuteScalarAsync();
            // The second version has the smaller id and the earlier time, as clocks may have it.
            await api.ExecuteAsync(Insert(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(20000)), subject, version: 2, day: 1));
            await api.ExecuteAsync(Insert(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(20001)), subject, version: 1, day: 2));
            (await api.Services.GetServices<IHostedService>().OfType<Sequencer>().Single().RunOnceAsync(CancellationToken.None)).Should().Be(0, "somebody is at it");
        }

        await Probe.UntilAsync("they have positions", async () => await api.ScalarAsync<long>($"select count(position) from events.outbox_events where subject_id = '{subject}'") == 2);
        (await api.ScalarAsync<string>($"select string_agg(version::text, ' ' order by position) from events.outbox_events where subject_id = '{subject}'")).Should().Be("1 2");
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task Positions_are_given_to_some_at_a_time_and_keep_the_order_of_a_subject()
    {
        var subject = Guid.NewGuid();
        await using var connection = await api.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        async Task<object?> AskAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync();
        }

        await AskAsync("select last from app.event_positions for update");
        foreach (var version in new[] { 3, 1, 2 })
        {
            await AskAsync(Insert(Guid.CreateVersion7(), subject, version, day: 4 - version));
        }

        int assigned;
        var batches = 0;
        do
        {
            assigned = (int)(await AskAsync("select events.assign_positions(2)"))!;
            assigned.Should().BeLessThanOrEqualTo(2);
            batches++;
        }
        while (assigned > 0);

        batches.Should().BeGreaterThan(2);
        (await AskAsync($"select string_agg(version::text, ' ' order by position) from events.outbox_events where subject_id = '{subject}'")).Should().Be("1 2 3");
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task Events_are_deleted_after_their_time_but_for_those_that_somebody_has_still_to_handle()
    {
        var (old, pending, recent) = (Guid.CreateVersion7(api.Clock.GetUtcNow().AddDays(-31)), Guid.CreateVersion7(api.Clock.GetUtcNow().AddDays(-31)), Guid.CreateVersion7(api.Clock.GetUtcNow().AddDays(-29)));
        foreach (var id in new[] { old, pending, recent })
        {
            await api.ExecuteAsync(Insert(id, id));
            await SequencedAsync(id);
        }

        await api.DeliverAsync("tests.of-another-version", "user.updated.v1", pending);
        await api.Services.GetServices<IHostedService>().OfType<OutboxHousekeeping>().Single().RunOnceAsync(CancellationToken.None);

        (await ExistsAsync(old), await ExistsAsync(pending), await ExistsAsync(recent)).Should().Be((false, true, true));
        await api.ExecuteAsync($"delete from events.outbox_deliveries where subject_id = '{pending}'");
    }

    [Fact]
    [Trait("Requirement", "R257")]
    public async Task Readiness_is_degraded_while_an_event_waits_for_too_long()
    {
        var health = api.Services.GetRequiredService<HealthCheckService>();
        var subject = Guid.NewGuid();
        var early = api.Clock.GetUtcNow() - OutboxHealthCheck.LongestWait * 2;
        await api.ExecuteAsync(Insert(Guid.CreateVersion7(), subject));
        await api.ExecuteAsync(
            $"""
            insert into events.outbox_deliveries (id, event_id, handler, subject_id, version, ordinal, due_at, attempts, created_at)
            values ('{Guid.CreateVersion7(early)}', gen_random_uuid(), '{RecordingHandler.Name}', '{subject}', 1, 0, now() + interval '1 year', 0, '{early:O}')
            """);

        (await health.CheckHealthAsync()).Entries["events"].Status.Should().Be(HealthStatus.Degraded);
        await api.ExecuteAsync($"update events.outbox_deliveries set dead_at = created_at, version = 0 where subject_id = '{subject}'");
        await api.ExecuteAsync(
            $"""
            insert into events.outbox_deliveries (id, event_id, handler, subject_id, version, ordinal, due_at, attempts, created_at)
            values ('{Guid.CreateVersion7(early)}', gen_random_uuid(), '{RecordingHandler.Name}', '{subject}', 1, 0, now() + interval '1 year', 0, '{early:O}')
            """);
        (await health.CheckHealthAsync()).Entries["events"].Status.Should().Be(HealthStatus.Healthy, "it waits for an operator");
        await api.ExecuteAsync($"delete from events.outbox_deliveries where subject_id = '{subject}'");
        (await health.CheckHealthAsync()).Entries["events"].Status.Should().Be(HealthStatus.Healthy);
    }

    private static string Insert(Guid id, Guid subject, int version = 1, int day = 1) =>
        $$"""insert into events.outbox_events ({{Columns}}) values ('{{id}}', 'user.updated.v1', null, 'user', '{{subject}}', {{version}}, 0, '{}', '2026-01-0{{day}}')""";

    private Task SequencedAsync(Guid id) => Probe.UntilAsync("it has a position", async () => await PositionAsync(id) is not null);

    private Task<long?> PositionAsync(Guid id) => api.ScalarAsync<long?>($"select position from events.outbox_events where id = '{id}'");

    private Task<bool> ExistsAsync(Guid id) => api.ScalarAsync<bool>($"select exists (select from events.outbox_events where id = '{id}')");
}
