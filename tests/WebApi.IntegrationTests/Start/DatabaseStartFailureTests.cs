using System.Text.RegularExpressions;
using CleanApi.Tests.Shared;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Start;

/// <summary>A start over a database that cannot serve as it is.</summary>
public sealed class DatabaseStartFailureTests : StartFailureTest
{
    private const string Password = "not-this-one";

    [Fact]
    public async Task The_owner_s_connection_alone_starts_no_empty_database() =>
        await ShouldEndWithAsync("ConnectionStrings__CleanApiOwner is set, but ConnectionStrings__CleanApi is not", ("ConnectionStrings__CleanApiOwner", Connection), ("Urls", Address));

    [Fact]
    public async Task A_wrong_password_of_the_application_is_one_line_that_names_its_setting()
    {
        var application = new NpgsqlConnectionStringBuilder(Connection) { Username = "cleanapi_app", Password = Password }.ConnectionString;

        var line = await ShouldEndWithAsync(
            "No connection to PostgreSQL at ", ("ConnectionStrings__CleanApi", application), ("ConnectionStrings__CleanApiOwner", Connection), ("Urls", Address));

        line.Should().Contain("as cleanapi_app").And.EndWith("Check ConnectionStrings__CleanApi.").And.NotContain(Password);
    }

    [Fact]
    public async Task An_owner_who_may_not_create_roles_is_told_what_to_run()
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Connection) { Pooling = false }.ConnectionString);
        var role = $"weak_{Database}";
        await using (var create = server.CreateCommand($"create role {role} login password '{Password}' nosuperuser nocreaterole"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var owner = new NpgsqlConnectionStringBuilder(Connection) { Username = role, Password = Password }.ConnectionString;

        var line = await ShouldEndWithAsync($"The database's owner {role} may not", ("ConnectionStrings__CleanApi", owner), ("Urls", Address));

        line.Should().Contain($"alter role {role} createrole").And.NotContain(Password);
        await using var drop = server.CreateCommand($"drop role {role}");
        await drop.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_database_that_another_role_has_migrated_is_given_to_its_owner_by_the_script()
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Connection) { Pooling = false }.ConnectionString);
        var role = $"owner_{Database}";
        await ExecuteAsync(
            server,
            $"""
            create role {role} login password '{Password}' nosuperuser createrole;
            do $$ begin execute (select 'grant ' || string_agg(rolname, ', ') || ' to {role} with admin option' from pg_roles where rolname ~ '^cleanapi_(app|worker)$'); end $$
            """);
        var owner = new NpgsqlConnectionStringBuilder(Connection) { Username = role, Password = Password }.ConnectionString;

        var line = await ShouldEndWithAsync("The tables of the database belong to cleanapi_owner", ("ConnectionStrings__CleanApi", owner), ("Urls", Address));
        line.Should().Contain("ops/change-owner.sql").And.NotContain(Password);

        await ExecuteAsync(server, $"set cleanapi.owner = '{role}'; {CommittedFile.Read("ops/change-owner.sql")}");
        await using (var program = ProgramProcess.Start(("ConnectionStrings__CleanApi", owner), ("Urls", Address)))
        {
            await program.AnswersAsync($"{Address}/health/ready", 200);
        }

        await ExecuteAsync(server, $"alter database {Database} owner to current_user; reassign owned by {role} to current_user; drop owned by {role}; drop role {role}");
    }

    [Fact]
    public async Task Demo_accounts_outside_of_development_are_one_line_until_their_passwords_are_gone()
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Connection) { Pooling = false }.ConnectionString);
        await ExecuteAsync(server, "update access.accounts set password_changed_at = created_at where email = 'admin@globex.test'");
        await ShouldEndWithAsync("The database was seeded in Development", ("ConnectionStrings__CleanApi", Connection), ("Urls", Address));

        await ExecuteAsync(server, Regex.Match(CommittedFile.Read("docs/guides/operate.md"), @"update access\.accounts set password_hash = null\b[^;]+;", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        await using var program = ProgramProcess.Start(("ConnectionStrings__CleanApi", Connection), ("Urls", Address));
        await program.AnswersAsync($"{Address}/health/ready", 200);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
