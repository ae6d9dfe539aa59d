using System.Net;
using CleanApi.Domain.Common;
using CleanApi.Infrastructure.Auditing;
using CleanApi.Infrastructure.CommandLine;
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
    private const string Acme = "chain = (select organization_id from users.users where email = 'admin@acme.test')";
    private const string Third = $"{Acme} and position = 3";
    private const string Entry = $"(select entry from app.audit_seals where {Third})";

    [Fact]
    public async Task A_log_that_nobody_has_touched_is_whole()
    {
        await SealAsync();

        var found = await VerifyAsync();

        found.Text("data.type").Should().Be("audit_verification");
        found.Body.At("data.attributes.whole").GetBoolean().Should().BeTrue();
        found.Body.At("data.attributes.complete").GetBoolean().Should().BeTrue();
        found.Body.At("data.attributes.firstPosition").GetInt64().Should().Be(1);
        found.Body.At("data.attributes.checked").GetInt64().Should().BeGreaterThanOrEqualTo(3);
        (await api.AuditAsync(found)).Should().ContainSingle().Which.Text("action").Should().Be("audit_log.verified");
    }

    [Theory]
    [InlineData($"update auditing.audit_logs set action = 'user.forged' where id = {Entry}", "CHANGED")]
    [InlineData($"update auditing.audit_logs set reason = null, actor_id = gen_random_uuid() where id = {Entry}", "CHANGED")]
    [InlineData($"delete from auditing.audit_logs where id = {Entry}", "MISSING")]
    [InlineData($"delete from app.audit_seals where {Third}", "MISSING")]
    [InlineData($"update app.audit_seals set hash = content where {Third}", "MOVED")]
    [InlineData(
        $"update app.audit_seals set position = -3 where {Third}; update app.audit_seals set position = 3 where {Acme} and position = 4; "
        + $"update app.audit_seals set position = 4 where {Acme} and position = -3", "MOVED")]
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
    public async Task A_place_that_was_kept_shows_a_chain_that_was_written_anew()
    {
        await SealAsync();
        var kept = await VerifyAsync();
        var (position, hash) = (kept.Body.At("data.attributes.position").GetInt64(), kept.Text("data.attributes.digest")!);

        var same = await VerifyAsync($"?position={position}&digest={hash}");
        var another = await VerifyAsync($"?position={position}&digest={new string('0', hash.Length)}");
        var cut = await VerifyAsync($"?position={position + 1_000_000}&digest={hash}");

        same.Body.At("data.attributes.whole").GetBoolean().Should().BeTrue();
        same.Body.At("data.attributes.checked").GetInt64().Should().BeLessThan(position);
        another.Text("data.attributes.firstBroken.fault").Should().Be("MOVED");
        another.Body.At("data.attributes.firstBroken.position").GetInt64().Should().Be(position);
        cut.Text("data.attributes.firstBroken.fault").Should().Be("MISSING");
    }

    [Theory]
    [InlineData("?position=3", "digest", "REQUIRED")]
    [InlineData("?digest=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "position", "REQUIRED")]
    [InlineData("?position=3&digest=9F", "digest", "INVALID_FORMAT")]
    [InlineData("?position=0&digest=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "position", "OUT_OF_RANGE")]
    public async Task A_place_is_a_position_and_a_hash(string query, string field, string code)
    {
        var refused = (await api.SendAsync(ApiFixture.Admin, "POST", Verify + query)).Expect(HttpStatusCode.UnprocessableEntity);
        (refused.Text("error.details.0.field"), refused.Text("error.details.0.code")).Should().Be((field, code));
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
    public async Task The_command_tells_it_by_its_exit_code_too()
    {
        await SealAsync();
        var acme = TypeId.Format("org", await api.ScalarAsync<Guid>("select organization_id from users.users where email = 'admin@acme.test'"));
        (await RunAsync("--organization", acme)).Should().Match<(int Exit, string Output)>(run => run.Exit == 0 && run.Output.StartsWith($"{acme} WHOLE checked "));
        await KeepAsync();
        try
        {
            await api.ExecuteAsync($"update auditing.audit_logs set action = 'user.forged' where id = {Entry}");

            (await RunAsync("--organization", acme)).Should().Match<(int Exit, string Output)>(run => run.Exit == 1 && run.Output.StartsWith($"{acme} CHANGED position 3 entry aud_"));
            (await RunAsync()).Should().Match<(int Exit, string Output)>(run => run.Exit == 1 && run.Output.Contains($"{acme} CHANGED"));
        }
        finally
        {
            await RestoreAsync();
        }

        new AdminVerifyAudit().Refuse(["--organization", "usr_1"]).Should().Contain("usr_1 is no organization");
    }

    [Fact]
    public async Task It_is_for_administrators() =>
        (await api.SendAsync(ApiFixture.Member, "POST", Verify)).ExpectError(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "Insufficient permissions");

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        return (await new AdminVerifyAudit().RunAsync(new CommandRun(api.Services, arguments, output, TextWriter.Null), CancellationToken.None), output.ToString());
    }

    private async Task<Answer> VerifyAsync(string query = "") => (await api.SendAsync(ApiFixture.Admin, "POST", Verify + query)).Expect(HttpStatusCode.OK);

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
