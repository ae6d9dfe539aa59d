using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>Removes throw-away clusters, on dispose and after their process was killed.</summary>
internal static class ThrowAwayClusters
{
    // The last processes of a killed server may still write while its directory is being deleted.
    private static readonly ResiliencePipeline Deletion = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<IOException>(),
            MaxRetryAttempts = 8,
            Delay = TimeSpan.FromMilliseconds(20),
            BackoffType = DelayBackoffType.Exponential,
        })
        .Build();

    public static async Task RemoveAsync(ClusterDirectory directory) => await Deletion.ExecuteAsync(
        _ =>
        {
            directory.Delete();
            return ValueTask.CompletedTask;
        });

    /// <summary>Stops and removes the throw-away clusters in a directory that no running process has locked.</summary>
    public static async Task RemoveAbandonedAsync(
        string parent, PostgresPrograms programs, EmbeddedClusterOptions options, ILogger logger, CancellationToken ct)
    {
        foreach (var candidate in Directory.EnumerateDirectories(parent).ToArray())
        {
            if (!File.Exists(Path.Combine(candidate, ClusterDirectory.ThrowAwayMark))) continue;
            using var clusterLock = ClusterLock.TryAcquire(candidate);
            if (clusterLock is null || !Directory.Exists(candidate)) continue;

            // It was being deleted when its process was killed: there is no server any more, and no database.
            if (!File.Exists(Path.Combine(candidate, ClusterDirectory.VersionFile)))
            {
                Directory.Delete(candidate, recursive: true);
                continue;
            }

            var directory = await ClusterDirectory.OpenAsync(candidate, logger, ct);
            await new Postmaster(directory, programs, options, logger).StopAsync(ct);
            await RemoveAsync(directory);
            logger.LogInformation("Removed the throw-away cluster {Directory}, whose process had been killed", candidate);
        }
    }
}
