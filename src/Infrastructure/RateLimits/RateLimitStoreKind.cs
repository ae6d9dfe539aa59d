namespace CleanApi.Infrastructure.RateLimits;

/// <summary>Where requests are counted.</summary>
internal enum RateLimitStoreKind
{
    /// <summary>In this process: for one instance.</summary>
    Memory,

    /// <summary>In the database, for all instances together.</summary>
    Postgres,

    /// <summary>In Redis, for all instances together.</summary>
    Redis,
}
