using System.Runtime.InteropServices;

namespace CleanApi.Infrastructure.Access;

/// <summary>How much the present thread lets others go first (POSIX, setpriority).</summary>
internal static class ThreadNiceness
{
    // PRIO_PROCESS, and of those the caller. On Linux that is the thread alone; elsewhere it would be the whole process.
    private const int OfOne = 0;
    private const int Self = 0;

    private const int Most = 19;

    /// <summary>Lets others of the process go first for as long as the thread lives. Nobody needs a right for it. Does nothing but on Linux.</summary>
    /// <param name="niceness">So much more than that of the process, to 19 in all.</param>
    public static void Raise(int niceness)
    {
        if (OperatingSystem.IsLinux())
        {
            // Where a sandbox forbids it, the thread works as any other.
            _ = SetPriority(OfOne, Self, Math.Min(Most, Current + niceness));
        }
    }

    /// <summary>That of the present thread.</summary>
    public static int Current => OperatingSystem.IsLinux() ? GetPriority(OfOne, Self) : 0;

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int value);

    [DllImport("libc", EntryPoint = "getpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetPriority(int which, int who);
}
