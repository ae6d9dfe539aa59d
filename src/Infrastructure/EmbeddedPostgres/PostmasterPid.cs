using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>The file <c>postmaster.pid</c> of a data directory: what the server that runs there, or ran there, wrote about itself.</summary>
internal sealed class PostmasterPid
{
    // Above every system's largest process id: surely no one's.
    private const int NoProcess = int.MaxValue;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    private readonly string _path;
    private readonly string[] _lines;

    private PostmasterPid(string path, string[] lines)
    {
        _path = path;
        _lines = lines;
    }

    /// <summary>The process id, or 0 when the file was cut short.</summary>
    private int Pid =>
        int.TryParse(_lines.FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pid) ? Math.Abs(pid) : 0;

    /// <summary>The file, or null when there is none: the server was stopped in order, or never ran.</summary>
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

    /// <summary>Whether the process of this id is the server of this directory, and not another one that was given the same id later.</summary>
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
    /// Keeps a file that a dead server left from stopping the next start: the server gives up when any process has the id in it. Only the id is
    /// replaced, because the server finds processes of its predecessor that still write to the data by the shared memory key in the other lines.
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
    /// The server works in its data directory: the same file seen from there, whatever links lead to it, or nothing when the process has ended,
    /// is a zombie or another user's. Asked as the server's user, because root in a container may not look into other users' processes.
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
