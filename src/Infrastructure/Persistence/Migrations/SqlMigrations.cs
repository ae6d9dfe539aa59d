using System.Diagnostics;
using System.Reflection;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Npgsql;
using Polly;
using Polly.Retry;

namespace CleanApi.Infrastructure.Persistence.Migrations;

/// <summary>Applies the embedded migrations <c>NNNN_name.sql</c> in the order of their names, forward only. A file's name is its id in the history.</summary>
internal static partial class SqlMigrations
{
    // Whoever waits for a lock on a table makes all wait who come later: the instances that serve requests meanwhile. So a migration waits briefly, lets them through, and
    // tries again.
    private const string LimitLocks = "set local lock_timeout = '1s'";
    private const int MaxTries = 100;

    private const string Extension = ".sql";

    // Entity Framework Core's table: it applied the migrations of earlier versions, whose databases keep their history.
    private const string CreateHistory =
        """
        create table if not exists public.migrations (
          "MigrationId" varchar(150) not null constraint "PK_migrations" primary key, "ProductVersion" varchar(32) not null)
        """;

    private static readonly Assembly Assembly = typeof(SqlMigrations).Assembly;

    /// <summary>The ids of all files, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).Select(name => name[..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Applies the pending migrations, each in a transaction with its history entry. The caller must hold the advisory lock.</summary>
    /// <exception cref="StartException">A migration did not get its locks.</exception>
    public static async Task ApplyAsync(NpgsqlConnection owner, ILogger logger, CancellationToken cancellationToken)
    {
        await using (var create = new NpgsqlCommand(CreateHistory, owner))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        var applied = await AppliedAsync(owner, cancellationToken);
        foreach (var id in Ids.Where(id => !applied.Contains(id)))
        {
            await RetryAsync(owner, id, logger, cancellationToken);
        }
    }

    private static async Task RetryAsync(NpgsqlConnection owner, string id, ILogger logger, CancellationToken cancellationToken)
    {
        var retries = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<PostgresException>(exception => exception.SqlState == PostgresErrorCodes.LockNotAvailable),
                MaxRetryAttempts = MaxTries - 1,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(3),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                OnRetry = arguments =>
                {
                    LogBlocked(logger, id, arguments.AttemptNumber + 1, MaxTries);
                    return default;
                },
            })
            .Build();
        var started = Stopwatch.GetTimestamp();
        try
        {
            await retries.ExecuteAsync(async token => await ApplyAsync(owner, id, token), cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new StartException(
                $"The migration {id} changed nothing: in {MaxTries} tries, somebody held a lock that it needs. End the long transaction (pg_stat_activity), and start again.", exception);
        }

        LogApplied(logger, id, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static async Task ApplyAsync(NpgsqlConnection owner, string id, CancellationToken cancellationToken)
    {
        await using var transaction = await owner.BeginTransactionAsync(cancellationToken);
        await using (var limit = new NpgsqlCommand(LimitLocks, owner))
        {
            await limit.ExecuteNonQueryAsync(cancellationToken);
        }

        if (id == CanonicalAddresses.Migration)
        {
            await CanonicalAddresses.ApplyAsync(owner, cancellationToken);
        }

        await using (var migration = new NpgsqlCommand(await ReadAsync(id, cancellationToken), owner))
        {
            await migration.ExecuteNonQueryAsync(cancellationToken);
        }

        await using (var line = new NpgsqlCommand("insert into public.migrations values ($1, $2)", owner))
        {
            line.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
            line.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Assembly.GetName().Version!.ToString() });
            await line.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<HashSet<string>> AppliedAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        HashSet<string> applied = new(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("""select "MigrationId" from public.migrations""", owner);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return applied;
    }

    private static async Task<string> ReadAsync(string id, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(id + Extension)!);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Migration {Id} waits for a lock that somebody holds; others go first (try {Try} of {MaxTries})")]
    private static partial void LogBlocked(ILogger logger, string id, int @try, int maxTries);

    [LoggerMessage(Level = LogLevel.Information, Message = "Migration {Id} is applied, after {Milliseconds:0} ms")]
    private static partial void LogApplied(ILogger logger, string id, double milliseconds);
}
