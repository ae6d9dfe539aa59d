using System.Diagnostics;
using System.Globalization;

namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>A process and its children, by process id (Linux).</summary>
internal static class ProcessTree
{
    /// <summary>Sends a signal to a process.</summary>
    public static void Signal(int pid, string signal) => Run(signal, [pid]);

    /// <summary>Sends a signal to a process and all of its children.</summary>
    public static void SignalAll(int pid, string signal) => Run(signal, [pid, .. Children(pid)]);

    private static void Run(string signal, int[] pids)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. pids.Select(pid => pid.ToString(CultureInfo.InvariantCulture))]);
        kill.WaitForExit();
    }

    private static IEnumerable<int> Children(int parent)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && ParentOf(directory) == parent)
            {
                yield return pid;
            }
        }
    }

    // proc(5): "pid (name) state parent …"; the name may hold anything.
    private static int? ParentOf(string directory)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(directory, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
