using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>The connection that serves requests, as an operator may get it wrong.</summary>
[Trait("Requirement", "R255")]
public sealed class ServingConnectionTests : IAsyncLifetime
{
    private const string Password = "only-for-tests";

    private readonly MigratedCluster cluster = new();
    private readonly string role = "serving_" + Guid.NewGuid().ToString("N");
    private string owner = "";
    private NpgsqlDataSource superuser = null!;

    public async Task InitializeAsync()
    {
        owner = await cluster.CreateDatabaseAsync();
        superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await ExecuteAsync($"create role {role} login password '{Password}'; grant {DatabaseRoles.Application} to {role}");
    }

    public async Task DisposeAsync()
    {
        await ExecuteAsync($"reassign owned by {role} to current_user; drop owned by {role}; drop role {role}");
        await superuser.DisposeAsync();
        await cluster.DisposeAsync();
    }

    [Theory]
    [InlineData("alter role {0} superuser", "is a superuser")]
    [InlineData("alter role {0} bypassrls", "bypasses row-level security")]
    [InlineData("alter table users.users owner to {0}", "owns tables")]
    [InlineData("grant cleanapi_owner to {0}", "is a member of their owner")]
    [InlineData("create role {0}_past bypassrls; grant {0}_past to {0}", "is a member of a role that bypasses row-level security", "drop role {0}_past")]
    [InlineData("revoke cleanapi_app from {0}", "lacks the rights of cleanapi_app")]
    [InlineData("alter role {0} set row_security = off", "runs with row_security off")]
    [InlineData("alter table users.users disable row level security", "row-level security is disabled")]
    public async Task One_past_row_level_security_is_refused_at_the_start(string wrong, string reason, string? undo = null)
    {
        await ExecuteAsync(string.Format(wrong, role));
        await using var database = Open(Serving().ConnectionString);

        var start = () => database.StartAsync(CancellationToken.None);

        (await start.Should().ThrowAsync<StartException>()).WithMessage($"ConnectionStrings__CleanApi *{role} *{reason}*");
        if (undo is not null)
        {
            await ExecuteAsync(string.Format(undo, role));
        }
    }

    [Fact]
    public async Task One_that_gets_past_it_later_is_refused_when_it_is_opened()
    {
        await using var database = Open(Serving().ConnectionString);
        await database.StartAsync(CancellationToken.None);
        await (await database.Application.OpenConnectionAsync()).DisposeAsync();

        await ExecuteAsync($"alter role {role} bypassrls");
        database.Application.Clear();

        var open = async () => await (await database.Application.OpenConnectionAsync()).DisposeAsync();
        await open.Should().ThrowAsync<StartException>();
        await ExecuteAsync($"alter role {role} nobypassrls");
        await open.Should().NotThrowAsync();
    }

    [Fact]
    public async Task Its_statements_locks_and_idle_transactions_have_limits()
    {
        await using var database = Open(Serving().ConnectionString);
        await database.StartAsync(CancellationToken.None);

        await using var command = database.Application.CreateCommand(
            "select concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'))");
        (await command.ExecuteScalarAsync()).Should().Be("5s 3s 15s");
    }

    [Fact]
    public async Task A_pool_beyond_what_the_server_grants_is_refused()
    {
        await ExecuteAsync($"alter role {role} connection limit 30");
        await using (var fits = Open(Serving().ConnectionString))
        {
            await fits.StartAsync(CancellationToken.None);
        }

        var serving = Serving();
        serving.MaxPoolSize = 31;
        await using var database = Open(serving.ConnectionString);

        var start = () => database.StartAsync(CancellationToken.None);

        (await start.Should().ThrowAsync<StartException>()).WithMessage("*31 connections (Database__MaxPoolSize, or Maximum Pool Size*grants 30 to all instances*");
    }

    private NpgsqlConnectionStringBuilder Serving() => new(owner) { Username = role, Password = Password };

    private Database Open(string serving) => new(new DatabaseOptions(serving, owner, ""), NullLoggerFactory.Instance);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = superuser.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
