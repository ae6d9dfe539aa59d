using CleanApi.Infrastructure.EmbeddedPostgres;

namespace CleanApi.Infrastructure.IntegrationTests.EmbeddedPostgres;

public sealed class SecretFileTests : IDisposable
{
    private const int Readers = 8;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("cleanapi-secrets-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task Of_concurrent_creators_one_wins_and_all_read_its_secret()
    {
        const int rounds = 300;
        using var barrier = new Barrier(Readers);
        var file = new SecretFile(directory.FullName);

        // One thread a reader for all rounds: the barrier lets them begin each round at the same moment.
        var secrets = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
            () => Enumerable.Range(0, rounds).Select(round =>
            {
                barrier.SignalAndWait();
                return file.GetOrCreate($"secret-{round}");
            }).ToList(),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Enumerable.Range(0, rounds).Where(round => secrets.Select(read => read[round]).Distinct(StringComparer.Ordinal).Count() != 1).Should().BeEmpty();
        secrets[0].Should().OnlyHaveUniqueItems().And.OnlyContain(secret => secret.Length == 43);
        directory.GetFiles().Should().HaveCount(rounds, "no draft is left");
    }

    [Fact]
    public void Where_no_link_can_be_made_the_first_draft_is_moved_and_not_replaced()
    {
        // A link does not cross file systems; Linux has another one in memory.
        var other = Directory.CreateDirectory(Path.Combine("/dev/shm", Path.GetRandomFileName()));
        try
        {
            var path = Path.Combine(directory.FullName, "secret");
            foreach (var text in new[] { "first", "second" })
            {
                var draft = Path.Combine(other.FullName, text);
                SecretFile.Write(draft, text);
                SecretFile.Publish(draft, path);
            }

            File.ReadAllText(path).Should().Be("first");
            (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)).Should().BeTrue();
        }
        finally
        {
            other.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_link_is_made_once()
    {
        var (existing, name) = (Path.Combine(directory.FullName, "existing"), Path.Combine(directory.FullName, "name"));
        File.WriteAllText(existing, "text");
        (HardLink.TryCreate(existing, name, out var isTaken), isTaken).Should().Be((true, false));
        (HardLink.TryCreate(existing, name, out isTaken), isTaken).Should().Be((false, true));
        (HardLink.TryCreate(Path.Combine(directory.FullName, "missing"), name + "2", out isTaken), isTaken).Should().Be((false, false));
        File.ReadAllText(name).Should().Be("text");
    }
}
