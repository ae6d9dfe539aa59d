using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using StackExchange.Redis;

namespace CleanApi.Infrastructure.RateLimits;

/// <summary>Where requests are counted.</summary>
/// <param name="Kind"><c>RateLimiting:Store</c>; absent: in memory beside the embedded cluster, which one instance has, else in the database.</param>
/// <param name="Redis"><c>Redis:Configuration</c>; null unless requests are counted there.</param>
internal sealed record RateLimitStoreSettings(RateLimitStoreKind Kind, ConfigurationOptions? Redis)
{
    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static RateLimitStoreSettings Read(IConfiguration configuration)
    {
        var kind = KindOf(configuration["RateLimiting:Store"])
            ?? (DatabaseOptions.From(configuration).Application is null ? RateLimitStoreKind.Memory : RateLimitStoreKind.Postgres);
        return new(kind, kind == RateLimitStoreKind.Redis ? RedisOf(configuration["Redis:Configuration"]) : null);
    }

    // By name alone: numbers are values of the type too.
    private static RateLimitStoreKind? KindOf(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : Enum.GetValues<RateLimitStoreKind>().Cast<RateLimitStoreKind?>().FirstOrDefault(kind => text.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase))
            ?? throw new StartException($"RateLimiting__Store has to be one of {string.Join(", ", Enum.GetNames<RateLimitStoreKind>())}.");

    private static ConfigurationOptions RedisOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new StartException("Redis__Configuration is not set: RateLimiting__Store=Redis needs it, as in: redis.example.com:6379.");
        }

        // The driver takes an address for the name of a host, and a setting that can be reached never.
        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw new StartException("Redis__Configuration has to be host and port, and no address with a scheme, as in: redis.example.com:6379,ssl=true.");
        }

        try
        {
            var options = ConfigurationOptions.Parse(text);
            if (options.EndPoints.Count == 0)
            {
                throw new StartException("Redis__Configuration names no server, as in: redis.example.com:6379,password=….");
            }

            // The program starts and serves without it; and what cannot be sent now is refused now.
            (options.AbortOnConnectFail, options.BacklogPolicy) = (false, BacklogPolicy.FailFast);
            return options;
        }
        catch (ArgumentException exception)
        {
            // Not the driver's message: it may repeat the text, which holds a password.
            throw new StartException("Redis__Configuration has to be a configuration of StackExchange.Redis, as in: redis.example.com:6379,password=….", exception);
        }
    }
}
