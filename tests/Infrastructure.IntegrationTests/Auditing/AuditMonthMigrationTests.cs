using CleanApi.Infrastructure.IntegrationTests.Persistence;

namespace CleanApi.Infrastructure.IntegrationTests.Auditing;

/// <summary>What the migration to months makes of the audit log of an earlier version.</summary>
public sealed class AuditMonthMigrationTests() : MigrationTest("0039_audit_partitions")
{
    private const string Tables = "select tableoid::regclass || ' ' || count(*) from auditing.audit_logs group by tableoid order by 1";

    [Fact]
    public async Task What_was_written_before_is_the_table_of_this_month_with_its_seals()
    {
        await ExecuteAsync(
            Superuser,
            """
            insert into auditing.audit_logs (id, organization_id, action, outcome, changes, created_at)
            select (left(app.first_id(moment)::text, 14) || '7000-8000-000000000000')::uuid, '0190aaaa-0000-7000-8000-000000000001', 'user.updated', 'SUCCEEDED', '{}', moment
            from (select now() - n * interval '10 days' as moment from generate_series(-20, 20) n) moments;
            select app.seal_audit(1000)
            """);
        var month = (await ReadAsync("select 'auditing.audit_logs_' || to_char(now() at time zone 'UTC', 'YYYY_MM')"))[0];
        var before = await ReadAsync("select content::text from app.audit_contents order by id");

        await MigrateAsync();

        (await ReadAsync("select content::text from app.audit_contents order by id")).Should().Equal(before);
        (await ReadAsync("select count(*)::text from auditing.audit_logs where id < app.first_id(now()) and tableoid::regclass::text <> '" + month + "'")).Should().Equal("0");
        (await ReadAsync(Tables)).Should().HaveCountGreaterThan(3, "what is of the future is in the tables of its months, and behind them in the one for the rest");
        (await ReadAsync("select checked || coalesce(fault, '') from app.audit_chains c, app.verify_audit(c.chain, 0, '', 1000)")).Should().Equal("41");
        (await ReadAsync("select relname from pg_class where relrowsecurity and not relforcerowsecurity")).Should().BeEmpty();
        (await ReadAsync("select grantee || ' ' || privilege_type from information_schema.role_table_grants where table_schema = 'auditing' and grantee like 'cleanapi%' and table_name <> 'audit_logs'"))
            .Should().BeEmpty("nobody reads a month but through the whole log");
    }

    [Fact]
    public async Task An_empty_log_begins_with_this_month()
    {
        await MigrateAsync();

        (await ReadAsync("select month::text from app.audit_months order by month limit 1")).Should().Equal(await ReadAsync("select app.month_of(now())::text"));
        (await ReadAsync("select to_regclass('auditing.audit_logs_before') is null || ''")).Should().Equal("true");
    }
}
