namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>Makes a new cluster beside its final place, so that a start that is killed half-way leaves nothing there.</summary>
internal static class ClusterInitializer
{
    private const string StageSuffix = ".init-";

    // By code point, the same on every machine; a platform without it (Windows, macOS before 15) has C, which differs in upper and lower case only.
    private static readonly string[] Locales = ["C.UTF-8", "C"];

    /// <summary>Makes the cluster with one superuser, who needs the password for every connection.</summary>
    public static async Task CreateAsync(
        ClusterDirectory directory, PostgresPrograms programs, string owner, string password, bool durable, CancellationToken ct)
    {
        RemoveHalfMade(directory);
        var stage = $"{directory.Path}{StageSuffix}{Guid.NewGuid():N}";
        try
        {
            var passwordFile = Path.Combine(stage, "password");
            var cluster = Path.Combine(stage, "cluster");
            SecretFile.CreateOwnDirectory(stage);
            SecretFile.Write(passwordFile, password);
            await directory.User.GiveAsync(stage, ct);

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

    private static void RemoveHalfMade(ClusterDirectory directory)
    {
        var parent = Path.GetDirectoryName(directory.Path)!;
        foreach (var stage in Directory.EnumerateDirectories(parent, Path.GetFileName(directory.Path) + StageSuffix + "*").ToArray())
            Directory.Delete(stage, recursive: true);
    }
}
