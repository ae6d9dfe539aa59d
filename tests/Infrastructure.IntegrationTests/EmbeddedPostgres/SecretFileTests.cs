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
}
