namespace CleanApi.FaultInjection.Tests.Database;

/// <summary>PgBouncer in transaction mode, before one server.</summary>
public sealed class PoolerTests : IAsyncLifetime
{
    private Server server = null!;
    private Pooler pooler = null!;

    public async Task InitializeAsync()
    {
        server = await Server.StartAsync();
        pooler = await Pooler.StartAsync(server);
    }

    public async Task DisposeAsync()
    {
        await pooler.DisposeAsync();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(";Max Auto Prepare=0;No Reset On Close=true")]
    public async Task The_program_works_behind_it(string settings)
    {
        await using var instance = await Instance.StartAsync(
            ("ConnectionStrings__CleanApi", pooler.Through(server) + settings), ("ConnectionStrings__CleanApiOwner", server.Owner));
        instance.Process.Lines.Should().ContainSingle(line => line.Contains("Behind the pooler no statement is ended for taking long", StringComparison.Ordinal));
        instance.Process.Lines.Should().ContainSingle(line => line.Contains("There is a pooler before PostgreSQL: Max Auto Prepare is 0", StringComparison.Ordinal));
        var member = await instance.SignInAsync();

        var load = await Load.BeginAsync(member, instance);
        (await instance.Client.AnswerAsync("PATCH", "/api/v1/me", """{"bio":"Behind a pooler"}""", member.Authorization)).Status.Should().Be(200);
        (await instance.Client.AnswerAsync("GET", "/api/v1/users?search=demo", member.Authorization)).Status.Should().Be(200);
        await load.AcknowledgesAsync();
        await load.EndAsync();

        load.Failures.Should().BeEmpty();
        await server.ExecuteAsync("alter role cleanapi_app set statement_timeout = '5s'");
        await server.DisconnectAsync();
        await instance.RestartAsync();
        instance.Process.Lines.Should().NotContain(line => line.Contains("Behind the pooler", StringComparison.Ordinal));
        await Installation.ShouldHaveStoredAsync(server, load);
    }
}
