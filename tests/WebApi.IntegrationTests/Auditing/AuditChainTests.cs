using System.Net;
using CleanApi.Domain.Common;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Users;
using Answer = CleanApi.WebApi.IntegrationTests.Users.Answer;

namespace CleanApi.WebApi.IntegrationTests.Auditing;

/// <summary>What somebody does to the audit log past the program, as a superuser, is found.</summary>
[Trait("Requirement", "R260")]
public sealed class AuditChainTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Verify = "/api/v1/audit-logs/verify";

    // The third seal of Acme's chain, and the entry that it is about.
    private const string Third = "chain = (select organization_id from users.users where email = 'admin@acme.test') and position = 3";
    private const string Entry = $"(select entry from app.audit_seals where {Third})";

    [Fact]
    public async Task A_log_that_nobody_has_touched_is_whole()
    {
        await SealAsync();

        var found = await VerifyAsync();

        found.Text("data.type").Should().Be("audit_verification");
        found.Body.At("data.attributes.whole").GetBoolean().Should().BeTrue();
        found.Body.At("data.attributes.checked").GetInt64().Should().BeGreaterThanOrEqualTo(3);
        (await api.AuditAsync(found)).Should().ContainSingle().Which.Text("action").Should().Be("audit_log.verified");
    }

    [Theory]
    [InlineData($"update auditing.audit_logs set action = 'user.forged' where id = {Entry}", "CHANGED")]
    [InlineData($"update auditing.audit_logs set reason = null, actor_id = gen_random_uuid() where id = {Entry}", "CHANGED")]
    [InlineData($"delete from auditing.audit_logs where id = {Entry}", "MISSING")]
    [InlineData($"delete from app.audit_seals where {Third}", "MISSING")]
    [InlineData($"update app.audit_seals set hash = content where {Third}", "MOVED")]
    public async Task What_is_changed_deleted_or_moved_is_named_with_its_place(string statement, string fault)
    {
        await SealAsync();
        await KeepAsync();
        try
        {
            await api.ExecuteAsync(statement);

            var found = await VerifyAsync();

            found.Body.At("data.attributes.whole").GetBoolean().Should().BeFalse();
            found.Text("data.attributes.firstBroken.fault").Should().Be(fault);
            found.Body.At("data.attributes.firstBroken.position").GetInt64().Should().BeOneOf(3, 4);
        }
        finally
        {
            await RestoreAsync();
        }

        (await VerifyAsync()).Body.At("data.attributes.whole").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task An_entry_that_is_inserted_into_the_past_is_never_sealed_and_named()
    {
        await SealAsync();
        var id = await api.ScalarAsync<Guid>(
            """
            insert into auditing.audit_logs (id, organization_id, action, outcome, changes, created_at)
            select app.first_id(timestamptz '2020-01-01'), organization_id, 'user.forged', 'SUCCEEDED', '{}', '2020-01-01' from users.users where email = 'admin@globex.test'
            returning id
            """);
        await SealAsync();

        var found = (await api.SendAsync(ApiFixture.OtherAdmin, "POST", Verify)).Expect(HttpStatusCode.OK);

        found.Text("data.attributes.firstBroken.fault").Should().Be("INSERTED");
        found.Text("data.attributes.firstBroken.auditLogId").Should().Be(TypeId.Format("aud", id));
    }

    [Theory]
    [InlineData("cleanapi_app", "update auditing.audit_logs set action = 'x'")]
    [InlineData("cleanapi_app", "delete from auditing.audit_logs")]
    [InlineData("cleanapi_app", "truncate auditing.audit_logs")]
    [InlineData("cleanapi_app", "select from app.audit_seals")]
    [InlineData("cleanapi_worker", "update auditing.audit_logs set action = 'x'")]
    [InlineData("cleanapi_worker", "delete from auditing.audit_logs")]
    [InlineData("cleanapi_worker", "update app.audit_seals set position = 1")]
    [InlineData("cleanapi_worker", "delete from app.audit_seals")]
    public async Task The_program_can_only_add(string role, string statement)
    {
        var act = () => api.ExecuteAsync($"begin; set local role {role}; {statement}; commit");

        (await act.Should().ThrowAsync<Npgsql.PostgresException>()).Which.SqlState.Should().Be("42501");
    }

    [Fact]
    public async Task It_is_for_administrators() =>
        (await api.SendAsync(ApiFixture.Member, "POST", Verify)).ExpectError(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "Insufficient permissions");

    private async Task<Answer> VerifyAsync() => (await api.SendAsync(ApiFixture.Admin, "POST", Verify)).Expect(HttpStatusCode.OK);

    // Three entries at least, all of them sealed; whoever is first seals them.
    private async Task SealAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await api.InviteAsync();
        }

        await Probe.UntilAsync("all entries are sealed", async () =>
        {
            await api.ExecuteAsync("select app.seal_audit(1000)");
            return await api.ScalarAsync<long>("select count(*) from auditing.audit_logs l where not exists (select from app.audit_seals s where s.entry = l.id) and l.action <> 'user.forged'") == 0;
        });
    }

    private Task KeepAsync() => api.ExecuteAsync(
        """
        drop table if exists kept_logs, kept_seals;
        create table kept_logs as select * from auditing.audit_logs;
        create table kept_seals as select * from app.audit_seals
        """);

    private Task RestoreAsync() => api.ExecuteAsync(
        """
        delete from auditing.audit_logs l using kept_logs k where k.id = l.id;
        insert into auditing.audit_logs select * from kept_logs;
        delete from app.audit_seals s using kept_seals k where k.entry = s.entry;
        insert into app.audit_seals select * from kept_seals;
        drop table kept_logs, kept_seals
        """);
}
