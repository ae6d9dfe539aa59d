using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>The file <c>postmaster.pid</c> of a data directory, which its server writes when it starts and deletes when it stops.</summary>
internal sealed class PostmasterPid
{
    // Above every system's largest process id.
    private const int NoProcess = int.MaxValue;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    private readonly string _path;
    private readonly string[] _lines;

    private PostmasterPid(string path, string[] lines)
    {
        _path = path;
        _lines = lines;
    }

    /// <summary>The process id, or 0 when the file is truncated.</summary>
    private int Pid =>
        int.TryParse(_lines.FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pid) ? Math.Abs(pid) : 0;

    /// <summary>Reads the file; null when there is none: the server was stopped cleanly, or never ran.</summary>
    public static PostmasterPid? Read(string dataDirectory)
    {
        var path = PathIn(dataDirectory);
        try
        {
            return new PostmasterPid(path, File.ReadAllLines(path));
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether there is a living process with this id. Cheap enough to ask every second, and less certain than <see cref="IsRunningAsync"/>: a reused id would have
    /// to belong to a process that began within the second.
    /// </summary>
    public bool HasProcess
    {
        get
        {
            if (Pid is 0 or NoProcess) return false;
            if (!OperatingSystem.IsLinux())
            {
                using var process = FindProcess(Pid);
                return process is not null;
            }

            try
            {
                // The state follows the name, which is in parentheses. Where nothing reaps orphans, an ended process stays as a zombie.
                var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{Pid}/stat"));
                return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart() is [not ('Z' or 'X'), ..];
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    /// <summary>Whether the process with this id is this directory's server, and not another one that reuses the id.</summary>
    public async Task<bool> IsRunningAsync(ProcessUser user, CancellationToken ct)
    {
        if (Pid == 0) return false;
        if (OperatingSystem.IsLinux()) return Identity(_lines).SequenceEqual(Identity(await ReadThroughAsync(user, Pid, ct)), StringComparer.Ordinal);

        using var process = FindProcess(Pid);
        return process is not null
            && process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(_lines.ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out var started)
            && (process.StartTime.ToUniversalTime() - DateTimeOffset.FromUnixTimeSeconds(started).UtcDateTime).Duration() < ClockTolerance;
    }

    /// <summary>
    /// Keeps a stale file from blocking the next start: the server gives up when any process has the id in it. Only the id is replaced, because the server uses
    /// the shared memory key in the other lines to detect processes of its predecessor that still write to the data.
    /// </summary>
    public void Disown()
    {
        if (Pid == 0)
        {
            File.Delete(_path);
            return;
        }

        _lines[0] = NoProcess.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(_path, string.Join('\n', _lines) + "\n");
    }

    private static string PathIn(string dataDirectory) => Path.Combine(dataDirectory, "postmaster.pid");

    /// <summary>Process id, data directory and start time; the lines after them change while the server runs.</summary>
    private static IEnumerable<string> Identity(string[] lines) => lines.Take(3);

    /// <summary>
    /// Reads the file through the process's working directory, which for a server is its data directory whatever links lead to it. Empty when the process has
    /// ended, is a zombie or belongs to another user. Runs as the server's user, because root in a container may not inspect other users' processes.
    /// </summary>
    private static async Task<string[]> ReadThroughAsync(ProcessUser user, int pid, CancellationToken ct)
    {
        var run = await user.RunAsync("cat", [string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cwd/postmaster.pid")], ct);
        return run.Succeeded ? run.Output.Split('\n') : [];
    }

    private static Process? FindProcess(int pid)
    {
        try
        {
            var process = Process.GetProcessById(pid);
            return process.HasExited ? null : process;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
