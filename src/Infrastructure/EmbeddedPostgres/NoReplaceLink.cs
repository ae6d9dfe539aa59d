using System.Runtime.InteropServices;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>Gives a file a second name unless the name is taken. Atomic (POSIX, link).</summary>
internal static class NoReplaceLink
{
    /// <summary>Links the file; returns as well when the name is taken already.</summary>
    /// <remarks>Not <see cref="File.Move(string, string, bool)"/>: on Unix it looks for the destination first and then renames, which replaces a file that came in between.</remarks>
    /// <exception cref="IOException">The file system refused.</exception>
    public static void Create(string existing, string name)
    {
        if (Link(existing, name) == 0)
        {
            return;
        }

        var reason = Marshal.GetLastPInvokeErrorMessage();
        if (!File.Exists(name))
        {
            throw new IOException($"The file {name} cannot be created: {reason}");
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
