using CleanApi.Application.Common.RateLimits;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.RateLimits;

/// <summary>
/// Counts in PostgreSQL, for all instances together: one statement a request, whose function computes what <see cref="SlidingWindow"/> does. On a connection of its own:
/// in the request's transaction, the row would stay locked until that ends, and a rollback would take the count back.
/// </summary>
internal sealed class PostgresRateLimitStore(Database database) : IRateLimitStore
{
    /// <inheritdoc />
    public async ValueTask<RateLimitResult> CountAsync(IReadOnlyList<RateLimitWindow> windows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.Application.CreateCommand("select is_admitted, started_at, previous, counted from app.count_request($1, $2, $3, $4)");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. windows.Select(KeyOf)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. windows.Select(window => (long)window.Permits)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. windows.Select(window => window.Milliseconds)] });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = now.ToUnixTimeMilliseconds() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (isAdmitted, states) = (false, new List<RateLimitState>(windows.Count));
        while (await reader.ReadAsync(cancellationToken))
        {
            isAdmitted = reader.GetBoolean(0);
            states.Add(new SlidingWindow(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)).StateOf(windows[states.Count], now));
        }

        return new RateLimitResult(isAdmitted, states);
    }

    /// <inheritdoc />
    public async ValueTask<RateLimitState?> ReturnAsync(RateLimitWindow window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.Application.CreateCommand(
            "update app.rate_limits set counted = greatest(0, counted - 1) where key = $1 and $2 - started_at < $3 returning started_at, previous, counted");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = KeyOf(window) });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = now.ToUnixTimeMilliseconds() });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = window.Milliseconds });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new SlidingWindow(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)).StateOf(window, now) : null;
    }

    /// <summary>Deletes the windows that count nothing any more.</summary>
    public async Task DeleteEndedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One that is being used counts again, and stays. Waiting for it while others are locked could be a deadlock with a request that counts in two windows.
        await using var command = database.Application.CreateCommand(
            """
            delete from app.rate_limits where key = any (array(
              select key from app.rate_limits where ends_at <= $1 order by ends_at limit $2 for update skip locked))
            """);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = now.ToUnixTimeMilliseconds() });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = BatchDeletion.Size });
        await BatchDeletion.RepeatAsync(command.ExecuteNonQueryAsync, cancellationToken);
    }

    private static string KeyOf(RateLimitWindow window) => $"{window.Policy}:{window.Principal}";
}
