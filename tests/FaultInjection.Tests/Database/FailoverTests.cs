using System.Globalization;
using Npgsql;

namespace CleanApi.FaultInjection.Tests.Database;

/// <summary>The server dies, and its standby takes over.</summary>
public sealed class FailoverTests(ITestOutputHelper output) : IAsyncLifetime
{
    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R254")]
    public async Task The_program_goes_on_with_the_standby_and_nothing_that_was_acknowledged_is_lost()
    {
        await using var standby = await server.StartStandbyAsync();
        await using var instance = await Instance.StartAsync(
            ("ConnectionStrings__CleanApi", Either(server.Application, standby)), ("ConnectionStrings__CleanApiOwner", Either(server.Owner, standby)));
        var load = await Load.BeginAsync(await instance.SignInAsync(), instance);

        await server.KillAsync();
        await load.FailsAsync();
        await standby.ExecuteAsync("select pg_promote()");

        output.WriteLine($"Ready {(await instance.RecoversAsync()).TotalMilliseconds:0} ms after the standby has taken over.");
        await load.AcknowledgesAsync();
        await load.EndAsync();
        load.Failures.Should().BeSubsetOf([503]);
        await Installation.ShouldHaveStoredAsync(standby, load);
    }

    private string Either(string connection, Server standby) => new NpgsqlConnectionStringBuilder(connection)
    {
        Host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{server.Port},127.0.0.1:{standby.Port}"),
        TargetSessionAttributes = "primary",
    }.ConnectionString;
}
