using CleanApi.Application.Common.RateLimits;
using StackExchange.Redis;

namespace CleanApi.Infrastructure.RateLimits;

/// <summary>
/// Counts in Redis, for all instances together: one script a request, which computes what <see cref="SlidingWindow"/> does. Keys are
/// <c>ratelimit:{policy}:{principal}</c>; the principal is the hash tag, so that a cluster holds all windows of one request in one place. Keys end by themselves.
/// </summary>
internal sealed class RedisRateLimitStore(ConfigurationOptions options) : IRateLimitStore, IAsyncDisposable
{
    // Numbers below 2^53 are exact in Lua.
    private const string Script =
        """
        local now = tonumber(ARGV[1])
        local states = {}
        for i, key in ipairs(KEYS) do
          local permits, length = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
          local held = redis.call('HMGET', key, 'started', 'previous', 'counted')
          local started, previous, counted = tonumber(held[1] or 0), tonumber(held[2] or 0), tonumber(held[3] or 0)
          if now - started >= 2 * length then
            started, previous, counted = now, 0, 0
          elseif now - started >= length then
            started, previous, counted = started + length, counted, 0
          end
          local weight = math.floor(previous * (length - 1 - math.max(0, now - started)) / length)
          local admitted = weight + counted < permits
          if admitted then
            counted = counted + 1
            redis.call('HSET', key, 'started', string.format('%d', started), 'previous', previous, 'counted', counted)
            redis.call('PEXPIRE', key, string.format('%d', started + 2 * length - now))
          end
          states[i] = { admitted and 1 or 0, started, previous, counted }
          if not admitted then break end
        end
        return states
        """;

    private const string ReturnScript =
        """
        local held = redis.call('HMGET', KEYS[1], 'started', 'previous', 'counted')
        if not held[1] or tonumber(ARGV[1]) - tonumber(held[1]) >= tonumber(ARGV[2]) then return {} end
        local counted = math.max(0, tonumber(held[3]) - 1)
        redis.call('HSET', KEYS[1], 'counted', counted)
        return { tonumber(held[1]), tonumber(held[2]), counted }
        """;

    // Connects with the first request, and again by itself whenever the connection is lost.
    private readonly Lazy<Task<ConnectionMultiplexer>> connection = new(() => ConnectionMultiplexer.ConnectAsync(options));

    /// <inheritdoc />
    public async ValueTask<RateLimitResult> CountAsync(IReadOnlyList<RateLimitWindow> windows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var database = (await connection.Value.WaitAsync(cancellationToken)).GetDatabase();
        var keys = new RedisKey[windows.Count];
        var values = new RedisValue[1 + (2 * windows.Count)];
        values[0] = now.ToUnixTimeMilliseconds();
        for (var i = 0; i < windows.Count; i++)
        {
            keys[i] = KeyOf(windows[i]);
            (values[1 + (2 * i)], values[2 + (2 * i)]) = (windows[i].Permits, windows[i].Milliseconds);
        }

        var answer = (RedisResult[])(await database.ScriptEvaluateAsync(Script, keys, values).WaitAsync(cancellationToken))!;
        var (isAdmitted, states) = (false, new RateLimitState[answer.Length]);
        for (var i = 0; i < answer.Length; i++)
        {
            var row = (long[])answer[i]!;
            isAdmitted = row[0] == 1;
            states[i] = new SlidingWindow(row[1], row[2], row[3]).StateOf(windows[i], now);
        }

        return new RateLimitResult(isAdmitted, states);
    }

    /// <inheritdoc />
    public async ValueTask<RateLimitState?> ReturnAsync(RateLimitWindow window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var database = (await connection.Value.WaitAsync(cancellationToken)).GetDatabase();
        var held = (long[])(await database.ScriptEvaluateAsync(ReturnScript, [KeyOf(window)], [now.ToUnixTimeMilliseconds(), window.Milliseconds]).WaitAsync(cancellationToken))!;
        return held is [var started, var previous, var counted] ? new SlidingWindow(started, previous, counted).StateOf(window, now) : null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (connection.IsValueCreated)
        {
            await (await connection.Value).DisposeAsync();
        }
    }

    private static RedisKey KeyOf(in RateLimitWindow window) => $"ratelimit:{window.Policy}:{{{window.Principal}}}";
}
