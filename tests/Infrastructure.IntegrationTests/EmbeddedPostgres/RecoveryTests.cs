using CleanApi.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.EmbeddedPostgres;

public sealed class RecoveryTests : ClusterTest
{
    [Fact]
    public async Task A_killed_server_recovers_exactly_what_was_committed()
    {
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first, "create table kept (value int); insert into kept values (1)");
            await using var open = new NpgsqlConnection(first.OwnerConnectionString("postgres") + ";Pooling=false");
            await open.OpenAsync();
            await using var transaction = await open.BeginTransactionAsync();
            await using var insert = new NpgsqlCommand("insert into kept values (2)", open, transaction);
            await insert.ExecuteNonQueryAsync();

            using var server = Server(DataDirectory);
            server.Kill();
        }

        await using var second = await StartAsync();

        (await QueryAsync<long>(second, "select sum(value) from kept")).Should().Be(1);
    }

    [Fact]
    public async Task A_server_that_was_killed_starts_again_on_its_port_with_what_was_committed()
    {
        await using var cluster = await StartAsync();
        await ExecuteAsync(cluster, "create table kept (value int); insert into kept values (1)");
        var port = cluster.Port;
        cluster.IsAlive.Should().BeTrue();
        using (var server = Server(DataDirectory))
        {
            server.Kill();
            SpinWait.SpinUntil(() => !cluster.IsAlive, TimeSpan.FromSeconds(10)).Should().BeTrue();
        }

        await cluster.RestartAsync(CancellationToken.None);

        (cluster.IsAlive, cluster.Port).Should().Be((true, port));
        (await QueryAsync<long>(cluster, "select sum(value) from kept")).Should().Be(1);
    }

    [Fact]
    public async Task A_server_that_outlived_its_process_is_stopped_and_restarted()
    {
        using var other = await OtherProcess.StartAsync(DataDirectory, durable: true);
        await other.KillAsync();
        using var survivor = Server(DataDirectory);
        HasEnded(survivor).Should().BeFalse("the server runs in a session of its own");

        await using var cluster = await StartAsync();

        (await QueryAsync<int>(cluster, "select 1")).Should().Be(1);
        using var server = Server(DataDirectory);
        server.Id.Should().NotBe(survivor.Id);
        HasEnded(survivor).Should().BeTrue();
    }

    [Fact]
    public async Task A_process_that_exits_cleanly_stops_its_server()
    {
        using var other = await OtherProcess.StartAsync(DataDirectory, durable: true);
        using var server = Server(DataDirectory);

        (await other.FinishAsync()).Should().Be(0);

        HasEnded(server).Should().BeTrue();
        File.Exists(Path.Combine(DataDirectory, "postmaster.pid")).Should().BeFalse();
    }

    [Fact]
    public async Task A_pid_file_with_the_id_of_another_process_blocks_neither_the_start_nor_that_process()
    {
        await using (await StartAsync()) { }
        // A server of the same user: a process that the new server can signal, and therefore takes for its predecessor.
        await using var foreign = await EmbeddedCluster.StartAsync(
            new EmbeddedClusterOptions { DataDirectory = Path.Combine(Place, "other", "postgres"), Durable = false }, NullLogger.Instance);
        using var foreignServer = Server(foreign.DataDirectory);
        var pidFile = await File.ReadAllLinesAsync(Path.Combine(foreign.DataDirectory, "postmaster.pid"));
        pidFile[1] = DataDirectory;
        await File.WriteAllLinesAsync(Path.Combine(DataDirectory, "postmaster.pid"), pidFile[..3]);

        await using var cluster = await StartAsync();

        (await QueryAsync<int>(cluster, "select 1")).Should().Be(1);
        (await QueryAsync<int>(foreign, "select 1")).Should().Be(1);
        HasEnded(foreignServer).Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a number\n")]
    [InlineData("999999999\n")]
    public async Task A_truncated_pid_file_does_not_block_the_start(string content)
    {
        await using (await StartAsync()) { }
        await File.WriteAllTextAsync(Path.Combine(DataDirectory, "postmaster.pid"), content);

        await using var cluster = await StartAsync();

        (await QueryAsync<int>(cluster, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task The_remains_of_a_start_killed_during_initdb_are_removed()
    {
        var halfMade = Path.Combine(DataDirectory + ".init-0123", "cluster");
        Directory.CreateDirectory(halfMade);
        await File.WriteAllTextAsync(Path.Combine(halfMade, "PG_VERSION"), "15\n");
        Directory.CreateDirectory(DataDirectory);

        await using var cluster = await StartAsync();

        (await QueryAsync<int>(cluster, "select 1")).Should().Be(1);
        Directory.EnumerateDirectories(Path.GetDirectoryName(DataDirectory)!, "*.init-*").Should().BeEmpty();
    }
}
