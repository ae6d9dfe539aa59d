namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>Where an embedded cluster keeps its data, and how carefully.</summary>
public sealed record EmbeddedClusterOptions
{
    /// <summary>PostgreSQL's data directory; a relative path counts from the working directory. The lock file and the secrets lie beside it.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// True: every commit is on disk before it is confirmed. False: a throw-away cluster for tests, which loses data in a crash
    /// and whose directory is removed on dispose.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>Connections that the server accepts at once.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>Further server settings by name; they win over those that this class chooses, except for address and port.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where to look for PostgreSQL's programs; null looks on PATH and in the usual places of this platform.</summary>
    public IReadOnlyList<string>? ProgramDirectories { get; init; }

    /// <summary>
    /// A throw-away cluster in a new directory below the system's temporary directory. What earlier runs left there, when they were killed,
    /// is stopped and removed by the next throw-away start.
    /// </summary>
    public static EmbeddedClusterOptions ThrowAway() => new()
    {
        DataDirectory = Path.Combine(Path.GetTempPath(), $"cleanapi-{Environment.UserName}", Guid.CreateVersion7().ToString("N")),
        Durable = false,
    };
}
