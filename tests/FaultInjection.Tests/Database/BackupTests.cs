using CleanApi.Infrastructure.Persistence;
using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.FaultInjection.Tests.Database;

/// <summary>The database is backed up and restored with the scripts of <c>ops</c>.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private const string Totp = "/api/v1/me/mfa/totp";

    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("cleanapi-backup-");
    private Server server = null!;

    private string Backup => Path.Combine(place.FullName, "backup");

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        place.Delete(recursive: true);
    }

    [Fact]
    [Trait("Requirement", "R254")]
    public async Task After_a_loss_everything_is_there_again_and_an_authenticator_signs_in()
    {
        var app = await EnrolAsync();
        await server.ExecuteAsync($"create role cleanapi_backup login password '{Server.ApplicationPassword}' bypassrls; grant pg_read_all_data to cleanapi_backup");
        await server.ExecuteAsync($"alter role {DatabaseRoles.Application} set statement_timeout = '4s'");
        var before = await ContentAsync();
        before.Should().Contain(line => line.StartsWith("posts.posts", StringComparison.Ordinal))
            .And.Contain(line => line.StartsWith("auditing.audit_logs_20", StringComparison.Ordinal) && !line.EndsWith(" 0 ", StringComparison.Ordinal), "a month of the audit log");

        var made = await Tool.RunAsync(Tool.Script("backup.sh"), server.As("cleanapi_backup"), Backup);
        made.ExitCode.Should().Be(0, made.Output);
        made.Output.Should().Contain((await server.ReadAsync("select key_encryption_key_id from access.data_keys")).Single(), "it names the key that it needs");
        await server.LoseDatabaseAsync();
        var restored = await Tool.RunAsync(Tool.Script("restore.sh"), server.Owner, Backup);
        restored.ExitCode.Should().Be(0, restored.Output);

        (await ContentAsync()).Should().Equal(before);
        (await server.ReadAsync("select proleakproof::text from pg_proc where oid = 'pg_catalog.textlike(text,text)'::regprocedure")).Should().Equal("true");
        (await server.ReadAsync($"select rolconfig::text from pg_roles where rolname = '{DatabaseRoles.Application}'")).Should().Equal("{statement_timeout=4s}");
        await using var instance = await Instance.StartAsync(server);
        var login = await instance.Client.AnswerAsync("POST", "/api/auth/login", $$"""{"email":"{{ApiFixture.Member}}","password":"{{ApiFixture.Password}}"}""");
        // Its next code: one that has been accepted is not accepted again.
        var signedIn = await instance.Client.AnswerAsync(
            "POST", "/api/auth/mfa/verify", $$"""{"mfaToken":"{{login.Json.Text("data.attributes.mfaToken")}}","code":"{{app.Code(1)}}"}""");
        signedIn.Status.Should().Be(200, signedIn.ToString());
    }

    [Fact]
    public async Task What_cannot_be_read_or_replaced_is_left_alone()
    {
        await using (await Instance.StartAsync(server))
        {
            var refused = await Tool.RunAsync(Tool.Script("backup.sh"), server.Application, Backup);
            refused.ExitCode.Should().NotBe(0);
            Directory.Exists(Backup).Should().BeFalse("half a backup is none");
            (await Tool.RunAsync(Tool.Script("backup.sh"), server.Owner, Backup)).ExitCode.Should().Be(0);
            var before = await ContentAsync();

            (await Tool.RunAsync(Tool.Script("restore.sh"), server.Owner, Backup)).ExitCode.Should().NotBe(0, "there is a database");

            (await ContentAsync()).Should().Equal(before);
        }

        await server.LoseDatabaseAsync();
        var dump = Path.Combine(Backup, "cleanapi.dump");
        await File.WriteAllBytesAsync(dump, (await File.ReadAllBytesAsync(dump))[..^4000]);
        var broken = await Tool.RunAsync(Tool.Script("restore.sh"), server.Owner, Backup);
        (broken.ExitCode != 0, broken.Output).Should().Match<(bool, string)>(run => run.Item1 && run.Item2.Contains("Nothing was restored."));
    }

    private async Task<AuthenticatorApp> EnrolAsync()
    {
        await using var instance = await Instance.StartAsync(server);
        var member = await instance.SignInAsync();
        (await instance.Client.AnswerAsync("POST", member.Posts, """{"title":"Kept"}""", member.Authorization)).Status.Should().Be(201);
        var begun = await instance.Client.AnswerAsync("POST", Totp, member.Authorization);
        var app = new AuthenticatorApp(begun.Json.Text("data.attributes.secret")!, TimeProvider.System);
        var confirmed = await instance.Client.AnswerAsync("POST", $"{Totp}/confirm", $$"""{"code":"{{app.Code()}}"}""", member.Authorization);
        confirmed.Status.Should().Be(200, confirmed.ToString());
        return app;
    }

    // Of each table its name, how many rows it has, and a checksum of them.
    private async Task<IReadOnlyList<string>> ContentAsync()
    {
        var tables = await server.ReadAsync(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1");
        return await server.ReadAsync(string.Join(
            " union all ", tables.Select(table => $"select '{table} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {table} t")) + " order by 1");
    }
}
