using CleanApi.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.EmbeddedPostgres;

public sealed class StartTests : ClusterTest
{
    [Fact]
    public async Task A_new_cluster_is_utf8_checksummed_durable_and_on_loopback_only()
    {
        await using var cluster = await StartAsync();

        var settings = await QueryAsync<string>(cluster, """
            select concat_ws(' ', current_setting('server_encoding'), current_setting('lc_collate'), current_setting('data_checksums'),
              current_setting('fsync'), current_setting('full_page_writes'), current_setting('listen_addresses'),
              current_setting('unix_socket_directories'), current_setting('password_encryption'))
            """);

        settings.Should().Be("UTF8 C.UTF-8 on on on 127.0.0.1  scram-sha-256");
        cluster.DataDirectory.Should().Be(DataDirectory);
    }

    [Fact]
    public async Task A_restart_keeps_data_and_secrets()
    {
        string secret;
        await using (var first = await StartAsync())
        {
            secret = first.GetOrCreateSecret("cleanapi_app");
            await ExecuteAsync(first, "create table kept (value int); insert into kept values (42)");
        }

        await using var second = await StartAsync();

        (await QueryAsync<int>(second, "select value from kept")).Should().Be(42);
        second.GetOrCreateSecret("cleanapi_app").Should().Be(secret);
    }

    [Fact]
    public async Task Given_settings_reach_the_server_quoted()
    {
        var options = new EmbeddedClusterOptions
        {
            DataDirectory = DataDirectory,
            Durable = false,
            MaxConnections = 17,
            Settings = new Dictionary<string, string> { ["work_mem"] = "7MB", ["cluster_name"] = "it's" },
        };
        await using var cluster = await EmbeddedCluster.StartAsync(options, NullLogger.Instance);

        var settings = await QueryAsync<string>(
            cluster, "select concat_ws(' ', current_setting('max_connections'), current_setting('work_mem'), current_setting('cluster_name'))");
        settings.Should().Be("17 7MB it's");
    }

    [Fact]
    public async Task A_wrong_password_is_rejected()
    {
        await using var cluster = await StartAsync(durable: false);

        var connect = () => QueryAsync<int>(cluster.ConnectionString("postgres", EmbeddedCluster.OwnerRole, "guess"), "select 1");

        (await connect.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task Data_without_its_secrets_is_rejected_and_left_stopped()
    {
        await using (await StartAsync()) { }
        Directory.Delete(DataDirectory + ".secrets", recursive: true);

        var start = () => StartAsync();

        await start.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage("*postgres.secrets*is not that of the data*");
        File.Exists(Path.Combine(DataDirectory, "postmaster.pid")).Should().BeFalse();
    }

    [Fact]
    public async Task Data_of_another_major_version_is_rejected_and_not_changed()
    {
        Directory.CreateDirectory(DataDirectory);
        await File.WriteAllTextAsync(Path.Combine(DataDirectory, "PG_VERSION"), "12\n");

        var start = () => StartAsync();

        await start.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage("*made by PostgreSQL 12, and installed is *Install PostgreSQL 12;*");
        Directory.EnumerateFileSystemEntries(DataDirectory).Should().ContainSingle();
    }

    [Fact]
    public async Task A_directory_that_is_no_cluster_is_rejected_and_not_changed()
    {
        Directory.CreateDirectory(DataDirectory);
        await File.WriteAllTextAsync(Path.Combine(DataDirectory, "letter.txt"), "dear");

        var start = () => StartAsync();

        await start.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage("*is not empty and is no PostgreSQL data directory*");
        File.Exists(Path.Combine(DataDirectory, "letter.txt")).Should().BeTrue();
    }

    [Fact]
    public async Task Without_programs_the_message_says_what_to_install()
    {
        var options = new EmbeddedClusterOptions { DataDirectory = DataDirectory, ProgramDirectories = [Place] };

        var start = () => EmbeddedCluster.StartAsync(options, NullLogger.Instance);

        await start.Should().ThrowAsync<EmbeddedPostgresException>()
            .WithMessage("PostgreSQL 15 or later is not installed*apt-get install postgresql*ConnectionStrings__CleanApi*");
    }

    [Fact]
    public async Task A_second_instance_on_the_same_directory_is_rejected_while_the_first_runs()
    {
        await using (await StartAsync())
        {
            var again = () => StartAsync();
            await again.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage("Another instance uses the data directory*Embedded__DataDirectory*");
            using var other = await OtherProcess.StartAsync(DataDirectory, durable: true);
            other.FirstLine.Should().StartWith("Another instance uses the data directory");
        }

        await using var next = await StartAsync();
        (await QueryAsync<int>(next, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_second_instance_that_reaches_the_directory_by_a_link_is_rejected_and_harms_nothing()
    {
        var link = Path.Combine(Place, "link");
        await using var first = await StartAsync();
        Directory.CreateSymbolicLink(link, DataDirectory);

        var again = () => EmbeddedCluster.StartAsync(new EmbeddedClusterOptions { DataDirectory = link }, NullLogger.Instance);

        await again.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage($"Another instance uses the data directory {DataDirectory} *");
        (await QueryAsync<int>(first, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_second_instance_is_rejected_while_the_first_one_got_there_by_a_link()
    {
        await using (await StartAsync()) { }
        var link = Path.Combine(Place, "link");
        Directory.CreateSymbolicLink(link, DataDirectory);
        Directory.CreateSymbolicLink(link + ".secrets", DataDirectory + ".secrets");
        await using var first = await EmbeddedCluster.StartAsync(new EmbeddedClusterOptions { DataDirectory = link }, NullLogger.Instance);

        var again = () => StartAsync();

        await again.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage("Another instance uses the data directory*");
        (await QueryAsync<int>(first, "select 1")).Should().Be(1);
    }

    [Theory]
    [InlineData("with blanks and 'quotes'")]
    [InlineData("$HOME \"quoted\" \\ \\$x")]
    [InlineData("$(touch made) `touch made`;&|<>*")]
    public async Task No_shell_reads_the_name_of_the_directory(string name)
    {
        var options = new EmbeddedClusterOptions { DataDirectory = Path.Combine(Place, name, "postgres $(touch made)"), Durable = false };
        await using (var cluster = await EmbeddedCluster.StartAsync(options, NullLogger.Instance))
        {
            (await QueryAsync<string>(cluster, "show data_directory")).Should().Be(options.DataDirectory);
            File.Exists(Path.Combine(options.DataDirectory, "server.log")).Should().BeTrue();
        }

        Directory.EnumerateFileSystemEntries(Place, "made", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [RootFact]
    public async Task Data_below_an_inaccessible_directory_is_stored_elsewhere_behind_a_link()
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(Place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using (var first = await StartAsync())
        {
            first.DataDirectory.Should().StartWith("/var/lib/cleanapi/");
            await ExecuteAsync(first, "create table kept (value int); insert into kept values (42)");
        }

        var kept = new DirectoryInfo(DataDirectory).LinkTarget!;
        await using (var second = await StartAsync())
        {
            second.DataDirectory.Should().Be(kept);
            (await QueryAsync<int>(second, "select value from kept")).Should().Be(42);
        }

        Directory.Delete(Path.GetDirectoryName(kept)!, recursive: true);
        var dangling = () => StartAsync();
        await dangling.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage("*is a link to*which is not there*");
    }
}
