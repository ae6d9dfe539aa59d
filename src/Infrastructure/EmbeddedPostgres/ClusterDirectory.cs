using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>
/// The data directory: the requested one or, when PostgreSQL's user cannot reach it (a repository below /root, say), one in <c>/var/lib/cleanapi</c> with a
/// symbolic link at the requested path.
/// </summary>
internal sealed class ClusterDirectory
{
    /// <summary>The marker file of a data directory that may be deleted.</summary>
    public const string ThrowAwayMark = "cleanapi.throw-away";

    /// <summary>The file that makes a directory a data directory.</summary>
    public const string VersionFile = "PG_VERSION";

    private const string SharedState = "/var/lib/cleanapi";

    private ClusterDirectory(string requested, string path, ProcessUser user)
    {
        Requested = requested;
        Path = path;
        User = user;
    }

    public string Requested { get; }

    /// <summary>Where the data is.</summary>
    public string Path { get; }

    public ProcessUser User { get; }

    public string ServerLog => System.IO.Path.Combine(Path, "server.log");

    public string SecretsDirectory => Requested + ".secrets";

    /// <summary>The PostgreSQL version of the data, or null when there is none yet.</summary>
    public int? Major
    {
        get
        {
            var file = System.IO.Path.Combine(Path, VersionFile);
            if (!File.Exists(file)) return null;
            return int.TryParse(File.ReadAllText(file).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                ? major
                : throw new EmbeddedPostgresException($"{file} does not hold a PostgreSQL version of today. Move {Path} away to begin with an empty database.");
        }
    }

    /// <summary>Creates the directory that holds the data directory, its lock and its secrets.</summary>
    public static void CreateParent(string requested)
    {
        var parent = System.IO.Path.GetDirectoryName(requested)!;
        if (Directory.Exists(parent)) return;
        Directory.CreateDirectory(parent);
        // Whatever the umask, PostgreSQL's user can traverse a directory that was created for it, but not list it.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            File.SetUnixFileMode(parent, File.GetUnixFileMode(parent) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    /// <summary>Resolves the data's path and owner. Creates nothing when there is data already.</summary>
    public static async Task<ClusterDirectory> OpenAsync(string requested, ILogger logger, CancellationToken ct)
    {
        var link = new DirectoryInfo(requested);
        var path = link.LinkTarget is null ? requested : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (!string.Equals(path, requested, StringComparison.Ordinal) && !Directory.Exists(path))
        {
            throw new EmbeddedPostgresException(
                $"The data directory {requested} is a link to {path}, which is not there. Bring that back, or remove the link to begin anew.");
        }

        var occupied = IsOccupied(path);
        var user = await ProcessUser.ForAsync(occupied ? path : null, ct);
        if (!await user.CanEnterAsync(occupied ? path : System.IO.Path.GetDirectoryName(path)!, ct))
        {
            if (occupied)
            {
                throw new EmbeddedPostgresException(
                    $"PostgreSQL runs as the user {user.Name}, who cannot enter {path}. Give the directories above it the mode o+x, or move it elsewhere.");
            }

            path = CreateElsewhere(requested);
            logger.LogWarning(
                "PostgreSQL runs as the user {User}, who cannot enter {Requested}: the data is kept in {Path}, with a link to it there",
                user.Name, requested, path);
        }

        return new ClusterDirectory(requested, path, user);
    }

    /// <summary>Keeps a test from deleting durable data, and the product from using a directory that a test will delete.</summary>
    public void RequireSameUse(bool durable)
    {
        if (Major is null || File.Exists(System.IO.Path.Combine(Path, ThrowAwayMark)) != durable) return;
        throw new EmbeddedPostgresException(durable
            ? $"The data directory {Path} is that of a throw-away cluster, which the next test run deletes. Use another directory."
            : $"The data directory {Path} holds a database that is meant to last; a throw-away cluster would delete it. Use another directory.");
    }

    /// <summary>Moves a finished data directory to its path. Atomic.</summary>
    public void Adopt(string finished)
    {
        if (Directory.Exists(Path)) Directory.Delete(Path);
        Directory.Move(finished, Path);
        if (string.Equals(Path, Requested, StringComparison.Ordinal)) return;

        var link = new DirectoryInfo(Requested);
        if (link.LinkTarget is not null) return;
        if (link.Exists) link.Delete();
        Directory.CreateSymbolicLink(Requested, Path);
    }

    /// <summary>Deletes the data, its secrets and its lock.</summary>
    public void Delete()
    {
        foreach (var directory in new[] { Requested, Path, SecretsDirectory })
        {
            // Deleting a link leaves its target.
            if (new DirectoryInfo(directory) is { Exists: true } there) there.Delete(recursive: true);
        }

        File.Delete(ClusterLock.PathFor(Path));
        if (!string.Equals(Path, Requested, StringComparison.Ordinal)) Directory.Delete(System.IO.Path.GetDirectoryName(Path)!);
        File.Delete(ClusterLock.PathFor(Requested));
    }

    private static bool IsOccupied(string path)
    {
        if (!Directory.Exists(path)) return false;
        try
        {
            if (!Directory.EnumerateFileSystemEntries(path).Any()) return false;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedPostgresException(
                $"The data directory {path} belongs to another user. Start as that user or as root, or set Embedded__DataDirectory to another directory.",
                exception);
        }

        return File.Exists(System.IO.Path.Combine(path, VersionFile)) ? true : throw new EmbeddedPostgresException(
            $"The directory {path} is not empty and is no PostgreSQL data directory. Move it away, or set Embedded__DataDirectory to another directory.");
    }

    private static string CreateElsewhere(string requested)
    {
        // The hash names the requested path; the random part keeps data whose link was deleted from being reused.
        var place = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(requested)))[..12];
        var directory = System.IO.Path.Combine(SharedState, $"{place}-{Guid.NewGuid():N}");
        foreach (var made in new[] { SharedState, directory })
        {
            Directory.CreateDirectory(made);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(made, (UnixFileMode)0b111_001_001);
        }

        return System.IO.Path.Combine(directory, System.IO.Path.GetFileName(requested));
    }
}
