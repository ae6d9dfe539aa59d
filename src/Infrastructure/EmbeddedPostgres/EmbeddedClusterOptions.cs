namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>The options of an embedded cluster.</summary>
public sealed record EmbeddedClusterOptions
{
    /// <summary>PostgreSQL's data directory; a relative path counts from the working directory. The lock file and the secrets lie beside it.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// True: every commit is on disk before it is confirmed. False: a throw-away cluster for tests, which loses data in a crash
    /// and whose directory is removed on dispose.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>The maximum number of concurrent connections.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>Further server settings by name; they override the defaults, except for address and port.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where to look for PostgreSQL's programs; null searches PATH and the usual directories of the platform.</summary>
    public IReadOnlyList<string>? ProgramDirectories { get; init; }

    /// <summary>
    /// A throw-away cluster in a new directory below the system's temporary directory. The next throw-away start stops and removes clusters of killed runs.
    /// </summary>
    public static EmbeddedClusterOptions ThrowAway() => new()
    {
        DataDirectory = Path.Combine(Path.GetTempPath(), $"cleanapi-{Environment.UserName}", Guid.CreateVersion7().ToString("N")),
        Durable = false,
    };
}
