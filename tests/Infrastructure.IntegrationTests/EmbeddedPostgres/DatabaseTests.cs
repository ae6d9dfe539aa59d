using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.EmbeddedPostgres;

public sealed class DatabaseTests : ClusterTest
{
    [Fact]
    public async Task A_template_with_idle_connections_can_be_cloned_concurrently()
    {
        await using var cluster = await StartAsync(durable: false);
        await ExecuteAsync(cluster, "create database template_of_tests");
        var pooled = cluster.OwnerConnectionString("template_of_tests");
        await ExecuteAsync(pooled, "create table kept (value int); insert into kept values (42)");
        await using var otherPool = NpgsqlDataSource.Create(pooled);
        await using (var command = otherPool.CreateCommand("select 1")) await command.ExecuteScalarAsync();

        var clones = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => cluster.CloneDatabaseAsync("template_of_tests", $"clone \"{number}\"")));

        var values = await Task.WhenAll(clones.Select(clone => QueryAsync<int>(clone, "select value from kept")));
        values.Should().AllBeEquivalentTo(42).And.HaveCount(8);
        await ExecuteAsync(pooled, "insert into kept values (43)");
    }

    [Fact]
    public async Task A_database_is_dropped_with_its_connections_if_it_exists()
    {
        await using var cluster = await StartAsync(durable: false);
        var clone = await cluster.CloneDatabaseAsync("template1", "gone");
        await using var connection = new NpgsqlConnection(clone);
        await connection.OpenAsync();

        await cluster.DropDatabaseAsync("gone");
        await cluster.DropDatabaseAsync("gone");

        (await QueryAsync<long>(cluster, "select count(*) from pg_database where datname = 'gone'")).Should().Be(0);
    }

    [Fact]
    public async Task Concurrent_reads_create_one_secret_that_only_its_owner_can_read()
    {
        await using var cluster = await StartAsync(durable: false);

        var secrets = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => cluster.GetOrCreateSecret("signing-key"))));

        secrets.Distinct().Should().ContainSingle().Which.Should().HaveLength(43, "it is 32 random bytes in base64url");
        cluster.GetOrCreateSecret("another").Should().NotBe(secrets[0]);
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(Path.Combine(DataDirectory + ".secrets", "signing-key")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.EnumerateFiles(DataDirectory + ".secrets").Should().HaveCount(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../escape")]
    public async Task The_name_of_a_secret_cannot_traverse_out_of_the_directory(string name)
    {
        await using var cluster = await StartAsync(durable: false);

        var ask = () => cluster.GetOrCreateSecret(name);

        ask.Should().Throw<ArgumentException>();
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
