using System.Runtime.InteropServices;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>A second name of a file (POSIX, link).</summary>
internal static class HardLink
{
    // EEXIST has this value on Linux, on macOS and on the BSDs.
    private const int NameExists = 17;

    /// <summary>Gives the file another name unless that is taken. Atomic: of concurrent calls one succeeds.</summary>
    /// <param name="existing">The file.</param>
    /// <param name="name">The other name, on the same file system.</param>
    /// <param name="isTaken">Whether there is such a file already. Where neither this nor the result is true, no link can be made.</param>
    public static bool TryCreate(string existing, string name, out bool isTaken)
    {
        var isCreated = Link(existing, name) == 0;
        isTaken = !isCreated && Marshal.GetLastPInvokeError() == NameExists;
        return isCreated;
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
