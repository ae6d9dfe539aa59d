using CleanApi.Infrastructure.EmbeddedPostgres;

namespace CleanApi.Infrastructure.IntegrationTests.EmbeddedPostgres;

public sealed class ThrowAwayTests : ClusterTest
{
    [Fact]
    public async Task A_throw_away_cluster_is_not_durable_and_leaves_nothing_behind()
    {
        await using (var cluster = await StartAsync(durable: false))
        {
            var settings = await QueryAsync<string>(
                cluster, "select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'))");
            settings.Should().Be("off off off");
        }

        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(DataDirectory)!).Should().BeEmpty();
    }

    [Fact]
    public async Task The_cluster_of_a_killed_test_run_is_stopped_and_removed_by_the_next_one()
    {
        var abandoned = Path.Combine(Path.GetDirectoryName(DataDirectory)!, "abandoned");
        using var other = await OtherProcess.StartAsync(abandoned, durable: false);
        using var server = Server(abandoned);
        await other.KillAsync();

        await using var cluster = await StartAsync(durable: false);

        HasEnded(server).Should().BeTrue();
        Directory.Exists(abandoned).Should().BeFalse();
    }

    [Fact]
    public async Task The_remains_of_a_deletion_that_was_killed_are_removed()
    {
        var half = Path.Combine(Path.GetDirectoryName(DataDirectory)!, "half");
        Directory.CreateDirectory(Path.Combine(half, "base"));
        await File.WriteAllTextAsync(Path.Combine(half, ClusterDirectory.ThrowAwayMark), "");

        await using (await StartAsync(durable: false)) { }

        Directory.Exists(half).Should().BeFalse();
    }

    [Fact]
    public async Task A_throw_away_cluster_in_use_is_not_removed()
    {
        var beside = Path.Combine(Path.GetDirectoryName(DataDirectory)!, "beside");
        using var other = await OtherProcess.StartAsync(beside, durable: false);

        await using (await StartAsync(durable: false)) { }

        using var server = Server(beside);
        HasEnded(server).Should().BeFalse();
        (await other.FinishAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Durable_data_is_never_used_as_a_throw_away_cluster()
    {
        await using (await StartAsync()) { }

        var start = () => StartAsync(durable: false);

        await start.Should().ThrowAsync<EmbeddedPostgresException>().WithMessage("*meant to last*");
        File.Exists(Path.Combine(DataDirectory, "PG_VERSION")).Should().BeTrue();
    }

    [Fact]
    public void Two_throw_away_clusters_have_two_directories() =>
        EmbeddedClusterOptions.ThrowAway().DataDirectory.Should().NotBe(EmbeddedClusterOptions.ThrowAway().DataDirectory);
}
