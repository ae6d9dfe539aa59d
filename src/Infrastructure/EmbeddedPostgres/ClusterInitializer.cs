namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>Creates a new cluster in a staging directory, so that a start that is killed half-way leaves nothing at the final path.</summary>
internal static class ClusterInitializer
{
    private const string StageSuffix = ".init-";

    // Sorts by code point on every machine. Platforms without C.UTF-8 (Windows, macOS before 15) have C, which differs only in case mapping.
    private static readonly string[] Locales = ["C.UTF-8", "C"];

    /// <summary>Creates the cluster with one superuser, who needs the password for every connection.</summary>
    public static async Task CreateAsync(
        ClusterDirectory directory, PostgresPrograms programs, string owner, string password, bool durable, CancellationToken ct)
    {
        RemoveIncomplete(directory);
        var stage = $"{directory.Path}{StageSuffix}{Guid.NewGuid():N}";
        try
        {
            var passwordFile = Path.Combine(stage, "password");
            var cluster = Path.Combine(stage, "cluster");
            SecretFile.CreateOwnDirectory(stage);
            SecretFile.Write(passwordFile, password);
            await directory.User.ChangeOwnerAsync(stage, ct);

            ProgramRun? run = null;
            foreach (var locale in Locales)
            {
                run = await directory.User.RunAsync(programs.Initdb, Arguments(cluster, owner, passwordFile, locale, durable), ct);
                if (run.Succeeded) break;
            }

            run!.OrThrow($"Making a PostgreSQL {programs.Major} data directory for {directory.Path} as the user {directory.User.Name}");
            File.AppendAllText(Path.Combine(cluster, "postgresql.conf"), $"\ninclude_if_exists = '{ClusterSettings.FileName}'\n");
            if (!durable) File.WriteAllText(Path.Combine(cluster, ClusterDirectory.ThrowAwayMark), string.Empty);
            directory.Adopt(cluster);
        }
        finally
        {
            if (Directory.Exists(stage)) Directory.Delete(stage, recursive: true);
        }
    }

    private static string[] Arguments(string cluster, string owner, string passwordFile, string locale, bool durable) =>
    [
        "--pgdata", cluster, "--username", owner, "--pwfile", passwordFile, "--auth", "scram-sha-256", "--encoding", "UTF8",
        "--locale", locale, "--data-checksums", "--no-instructions", .. durable ? Array.Empty<string>() : ["--no-sync"],
    ];

    private static void RemoveIncomplete(ClusterDirectory directory)
    {
        var parent = Path.GetDirectoryName(directory.Path)!;
        foreach (var stage in Directory.EnumerateDirectories(parent, Path.GetFileName(directory.Path) + StageSuffix + "*").ToArray())
            Directory.Delete(stage, recursive: true);
    }
}
