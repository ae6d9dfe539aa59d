using System.Globalization;
using CleanApi.Infrastructure.EmbeddedPostgres;
using Npgsql;

namespace CleanApi.FaultInjection.Tests.Program;

/// <summary>The embedded server dies.</summary>
[Trait("Requirement", "R254")]
public sealed class EmbeddedServerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task It_is_started_again_with_all_that_was_acknowledged_and_the_program_ends_when_that_fails()
    {
        await using var instance = await Instance.StartAsync();
        var data = Path.Combine(instance.Process.Folder, ".data", "postgres");
        var member = await instance.SignInAsync();
        var load = await Load.BeginAsync(member, instance);

        ProcessTree.Signal(await PidAsync(data), "KILL");

        await load.FailsAsync();
        await Probe.UntilAsync("the server runs again", () => instance.Process.Lines.Any(line => line.Contains("PostgreSQL runs again", StringComparison.Ordinal)));
        output.WriteLine($"Ready {(await instance.RecoversAsync()).TotalMilliseconds:0} ms after the server.");
        await load.AcknowledgesAsync();
        await load.EndAsync();
        load.Failures.Should().BeSubsetOf([503]);
        load.Acknowledged.Except(await TitlesAsync(data)).Should().BeEmpty("what was acknowledged is kept");

        await File.AppendAllTextAsync(Path.Combine(data, "postgresql.conf"), "\nno_such_setting = on\n");
        ProcessTree.Signal(await PidAsync(data), "KILL");

        await Probe.UntilAsync("the program is not ready", async () => (await instance.Client.AnswerAsync("GET", "/health/ready")).Status == 503);
        (await instance.Process.ExitAsync()).Should().Be(1);
        instance.Process.Lines.Should().ContainSingle(line => line.Contains("PostgreSQL cannot be started again, and the program ends", StringComparison.Ordinal))
            .Which.Should().Contain("no_such_setting");
    }

    private static async Task<int> PidAsync(string data) =>
        int.Parse((await File.ReadAllLinesAsync(Path.Combine(data, "postmaster.pid")))[0], CultureInfo.InvariantCulture);

    private static async Task<List<string>> TitlesAsync(string data)
    {
        var file = await File.ReadAllLinesAsync(Path.Combine(data, "postmaster.pid"));
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(file[3], CultureInfo.InvariantCulture),
            Database = "cleanapi",
            Username = EmbeddedCluster.OwnerRole,
            Password = await File.ReadAllTextAsync(Path.Combine(data + ".secrets", EmbeddedCluster.OwnerRole)),
            Pooling = false,
        };
        await using var owner = NpgsqlDataSource.Create(connection.ConnectionString);
        await using var command = owner.CreateCommand("select title from posts.posts");
        await using var reader = await command.ExecuteReaderAsync();
        List<string> titles = [];
        while (await reader.ReadAsync())
        {
            titles.Add(reader.GetString(0));
        }

        return titles;
    }
}
