using CleanApi.Application.Auditing;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Auditing;
using CleanApi.Infrastructure.IntegrationTests.Persistence;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CleanApi.Infrastructure.IntegrationTests.Auditing;

/// <summary>The tables of the audit log's months: made ahead, dropped after their time, with a chain that stays whole. Each test has a database of its own.</summary>
public sealed class AuditMonthTests : IAsyncLifetime
{
    private readonly PersistenceFixture fixture = new();

    public Task InitializeAsync() => fixture.InitializeAsync();

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Months_are_made_ahead_and_what_had_none_moves_to_its_own()
    {
        (await fixture.ScalarAsync<long>("select count(*) from app.audit_months")).Should().Be(4, "the migration makes this month and three more");
        await AddAsync("now() + interval '2 months'", 3);
        await fixture.ExecuteAsync("do $$ declare place text; begin for place in select m.place from app.audit_months m loop execute 'drop table ' || place; end loop; end $$");
        await AddAsync("now()", 5);
        await AddAsync("'1999-01-01'", 1);
        (await fixture.ScalarAsync<long>("select count(*) from auditing.audit_logs_default")).Should().Be(6, "an insert needs no month");

        await RunAsync(retentionMonths: null);

        (await fixture.ScalarAsync<long>("select count(*) from app.audit_months where month >= app.month_of(now())")).Should().Be(4);
        (await fixture.ScalarAsync<long>("select count(*) from auditing.audit_logs_default")).Should().Be(1);
        (await fixture.ScalarAsync<long>("select count(*) from auditing.audit_logs")).Should().Be(6);
    }

    [Fact]
    [Trait("Requirement", "R260")]
    public async Task Whole_months_are_dropped_after_their_time_and_the_rest_of_the_chain_is_whole()
    {
        await MakeMonthsAsync(6);
        for (var ago = 6; ago >= 0; ago--)
        {
            await AddAsync($"app.month_of(now()) - interval '{ago} months'", 5);
        }

        await SealAsync();
        var all = await VerifyAsync();
        var early = await PlaceAsync(3);
        var kept = await PlaceAsync(20);

        await RunAsync(retentionMonths: 3);

        // Three whole months before this one, and the one about which they end.
        (await fixture.ScalarAsync<DateTime>("select min(month)::timestamp from app.audit_months")).Should().Be(await fixture.ScalarAsync<DateTime>("select (app.month_of(now()) - interval '3 months')::timestamp"));
        (await fixture.ScalarAsync<long>("select count(*) from auditing.audit_logs where action = 'user.updated'")).Should().Be(20);
        (await fixture.ScalarAsync<long>("select min(position) from app.audit_seals")).Should().Be(16);
        (await fixture.ScalarAsync<long>("select count(*) from auditing.audit_logs where action = 'audit_log.expired'")).Should().Be(3, "each month that goes is told");
        await SealAsync();
        all.Should().BeEquivalentTo(new { Checked = 35L, FirstPosition = 1L, Position = 35L, FirstBroken = (AuditBreak?)null });
        (await VerifyAsync()).Should().BeEquivalentTo(new { Checked = 23L, IsComplete = true, Unsealed = 0L, FirstPosition = 16L, Position = 38L, FirstBroken = (AuditBreak?)null });
        (await VerifyAsync(kept)).Should().BeEquivalentTo(new { Checked = 18L, FirstBroken = (AuditBreak?)null });
        (await VerifyAsync(await PlaceAsync(35))).FirstBroken.Should().BeNull();
        var gone = await FluentActions.Awaiting(() => VerifyAsync(early)).Should().ThrowAsync<ValidationError>();
        gone.Which.Details.Should().ContainSingle().Which.Message.Should().Contain("at least 15");
    }

    [Fact]
    [Trait("Requirement", "R260")]
    public async Task What_is_deleted_beside_that_shows_and_this_month_is_never_dropped()
    {
        await MakeMonthsAsync(2);
        await AddAsync("app.month_of(now()) - interval '2 months'", 5);
        await AddAsync("app.month_of(now()) - interval '1 month'", 5);
        await AddAsync("app.month_of(now())", 5);
        await SealAsync();
        await fixture.ExecuteAsync("begin; set local role cleanapi_worker; select app.drop_audit_month('infinity', 100); commit");
        await fixture.ExecuteAsync("begin; set local role cleanapi_worker; do $$ begin while app.drop_audit_month('infinity', 100) loop end loop; end $$; commit");
        (await fixture.ScalarAsync<long>("select count(*) from auditing.audit_logs where action = 'user.updated' and id >= app.first_id_of(app.month_of(now()))")).Should().Be(5);
        (await fixture.ScalarAsync<long>("select count(*) from app.audit_months where month < app.month_of(now()) - interval '1 month'")).Should().Be(0);
        await SealAsync();
        (await VerifyAsync()).FirstBroken.Should().BeNull();

        await fixture.ExecuteAsync("delete from auditing.audit_logs where id = (select entry from app.audit_seals where position = 11)");

        (await VerifyAsync()).FirstBroken.Should().BeEquivalentTo(new { Fault = AuditFault.Missing, Position = 11L });
    }

    [Fact]
    [Trait("Requirement", "R260")]
    public async Task An_entry_that_was_committed_after_the_next_month_began_is_dropped_with_its_own()
    {
        const string Next = "app.month_of(now()) - interval '1 month'";
        await MakeMonthsAsync(2);
        await AddAsync($"{Next} - interval '1 day'", 3);
        await AddAsync(Next, 1);
        await SealAsync();
        await AddAsync($"{Next} - interval '1 minute'", 1);
        await AddAsync($"{Next} + interval '10 minutes'", 1);
        await SealAsync();
        await RunAsync(retentionMonths: 1);
        await SealAsync();

        // The fourth is kept, the fifth is not: its seal stays, without an entry.
        (await fixture.ScalarAsync<long>("select min(position) from app.audit_seals")).Should().Be(4);
        (await VerifyAsync()).Should().BeEquivalentTo(new { Checked = 4L, FirstPosition = 4L, FirstBroken = (AuditBreak?)null });
    }

    [Fact]
    [Trait("Requirement", "R260")]
    public async Task A_long_log_is_compared_in_parts_and_nothing_between_them_is_missed()
    {
        await AddAsync("now() - interval '1 hour'", 5000);
        await SealAsync();
        List<AuditVerificationResponse> parts = [await VerifyAsync(within: TimeSpan.Zero)];
        while (!parts[^1].IsComplete)
        {
            parts.Add(await VerifyAsync(new AuditPlace(parts[^1].Position, parts[^1].Digest!), TimeSpan.Zero));
        }

        parts.Select(part => part.Checked).Should().Equal(2000, 2000, 1000);
        parts.Select(part => part.Unsealed).Should().Equal(null, null, 0);
        parts.Should().OnlyContain(part => part.FirstBroken == null);

        // In the time between the first two parts, and by its id long ago.
        await fixture.ExecuteAsync(
            """
            insert into auditing.audit_logs (id, organization_id, action, outcome, changes, created_at)
            select app.first_id('2020-01-01'), organization_id, 'user.forged', 'SUCCEEDED', '{}', created_at
            from auditing.audit_logs where id = (select entry from app.audit_seals where position = 2000)
            """);

        (await VerifyAsync(within: TimeSpan.Zero)).FirstBroken.Should().BeNull();
        (await VerifyAsync(new AuditPlace(parts[0].Position, parts[0].Digest!), TimeSpan.Zero)).FirstBroken.Should().BeEquivalentTo(new { Fault = AuditFault.Inserted, Position = (long?)null });
        (await VerifyAsync()).FirstBroken.Should().BeEquivalentTo(new { Fault = AuditFault.Inserted });
    }

    private async Task RunAsync(int? retentionMonths)
    {
        await using var scope = fixture.As(null);
        await new AuditMonths(
            scope.ServiceProvider.GetRequiredService<Database>(), new AuditSettings(retentionMonths, TimeSpan.FromSeconds(5)), TimeProvider.System, NullLogger<AuditMonths>.Instance)
            .RunOnceAsync(CancellationToken.None);
    }

    private async Task<AuditVerificationResponse> VerifyAsync(AuditPlace? after = null, TimeSpan? within = null)
    {
        await using var scope = fixture.As(null);
        return await scope.ServiceProvider.GetRequiredService<AuditChain>().VerifyAsync(fixture.Ada.OrganizationId, after, within, CancellationToken.None);
    }

    private async Task<AuditPlace> PlaceAsync(long position) =>
        new(position, await fixture.ScalarAsync<string>($"select encode(hash, 'hex') from app.audit_seals where position = {position}"));

    // Tables of months that are over, as a program that has run for long has them.
    private Task MakeMonthsAsync(int ago) => fixture.ExecuteAsync(
        $"select app.make_audit_month((app.month_of(now()) - make_interval(months => n))::date) from generate_series({ago}, 1, -1) n");

    // A millisecond apart, in the order of their ids.
    private Task AddAsync(string since, int count) => fixture.ExecuteAsync(
        $$"""
        insert into auditing.audit_logs (id, organization_id, action, outcome, changes, created_at)
        select (left(app.first_id(moment)::text, 14) || '7' || substr(gen_random_uuid()::text, 16))::uuid, '{{fixture.Ada.OrganizationId.Value}}', 'user.updated', 'SUCCEEDED', '{}', moment
        from (select date_trunc('milliseconds', ({{since}})::timestamptz) + n * interval '1 millisecond' as moment from generate_series(1, {{count}}) n) moments
        """);

    private Task SealAsync() => fixture.ExecuteAsync("select app.seal_audit(10000)");
}
