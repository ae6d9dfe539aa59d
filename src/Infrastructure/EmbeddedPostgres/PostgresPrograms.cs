using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>One installation of PostgreSQL's server programs.</summary>
internal sealed partial record PostgresPrograms(string Directory, int Major)
{
    /// <summary>The oldest supported major version.</summary>
    public const int OldestMajor = 15;

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string Initdb => Program(Directory, "initdb");

    public string PgCtl => Program(Directory, "pg_ctl");

    /// <summary>Returns all installations in the directories, or in the usual ones when null; the newest first.</summary>
    /// <exception cref="EmbeddedPostgresException">There is none of version 15 or later.</exception>
    public static async Task<IReadOnlyList<PostgresPrograms>> FindAsync(IReadOnlyList<string>? directories, CancellationToken ct)
    {
        var candidates = (directories ?? [.. UsualDirectories()]).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)
            .Where(directory => Needed.All(name => File.Exists(Program(directory, name))));
        var found = await Task.WhenAll(candidates.Select(directory => DescribeAsync(directory, ct)));
        var installed = found.OfType<PostgresPrograms>().OrderByDescending(programs => programs.Major).ToArray();
        var usable = installed.Where(programs => programs.Major >= OldestMajor).ToArray();
        if (usable.Length > 0) return usable;

        var tooOld = string.Join(", ", installed.Select(programs => $"{programs.Major} in {programs.Directory}"));
        throw new EmbeddedPostgresException(
            $"PostgreSQL {OldestMajor} or later is not installed{(tooOld.Length > 0 ? $" (found only {tooOld})" : string.Empty)}. Install it " +
            "(Debian and Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17; Windows: winget install PostgreSQL.PostgreSQL.17), " +
            "or set ConnectionStrings__CleanApi to a PostgreSQL server that is running already.");
    }

    /// <summary>Returns the installation with the data's version, or the newest when there is no data yet.</summary>
    /// <exception cref="EmbeddedPostgresException">The data is of a version that is not installed.</exception>
    public static PostgresPrograms For(ClusterDirectory data, IReadOnlyList<PostgresPrograms> installed)
    {
        if (data.Major is not { } major) return installed[0];
        return installed.FirstOrDefault(programs => programs.Major == major) ?? throw new EmbeddedPostgresException(
            $"The data in {data.Path} was made by PostgreSQL {major}, and installed is {string.Join(", ", installed.Select(programs => programs.Major))}. " +
            $"Install PostgreSQL {major}; or dump the data with {major} (pg_dumpall), move the directory away and restore into a new one; " +
            "or move it away to begin with an empty database.");
    }

    private static async Task<PostgresPrograms?> DescribeAsync(string directory, CancellationToken ct)
    {
        // "initdb (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)", "initdb (PostgreSQL) 18beta1"
        var run = await ProgramRun.RunAsync(Program(directory, "initdb"), ["--version"], ct);
        var version = VersionPattern().Match(run.Output);
        return run.Succeeded && version.Success
            ? new PostgresPrograms(directory, int.Parse(version.Groups["major"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    private static IEnumerable<string> UsualDirectories()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? string.Empty;
        IEnumerable<string> onPath = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return onPath
            .Concat(Versions("/usr/lib/postgresql", "*"))
            .Concat(Versions("/usr", "pgsql-*"))
            .Concat(Versions("/opt/homebrew/opt", "postgresql*"))
            .Concat(Versions("/usr/local/opt", "postgresql*"))
            .Concat(Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*"));
    }

    private static IEnumerable<string> Versions(string parent, string pattern) =>
        Path.IsPathRooted(parent) && System.IO.Directory.Exists(parent)
            ? System.IO.Directory.EnumerateDirectories(parent, pattern).Select(version => Path.Combine(version, "bin"))
            : [];

    private static string Program(string directory, string name) => Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();
}
