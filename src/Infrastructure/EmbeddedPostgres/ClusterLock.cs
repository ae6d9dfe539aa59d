namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>
/// Allows one process per data directory, by whatever path: the lock is on the path that was asked for, and on the one that it leads to. The operating system releases it
/// when the process ends, so the file's existence means nothing.
/// </summary>
internal sealed class ClusterLock : IDisposable
{
    // flock's EWOULDBLOCK on Linux, on macOS, and Windows' sharing violation.
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020)];

    private readonly List<FileStream> _files;

    private ClusterLock(FileStream file) => _files = [file];

    /// <summary>Acquires the lock, or returns null when another instance holds it.</summary>
    public static ClusterLock? TryAcquire(string dataDirectory)
    {
        var file = TryOpen(dataDirectory);
        return file is null ? null : new ClusterLock(file);
    }

    /// <exception cref="EmbeddedPostgresException">Another instance uses the directory, or this user may not write there.</exception>
    public static ClusterLock Acquire(string dataDirectory)
    {
        try
        {
            return TryAcquire(dataDirectory) ?? throw Held(dataDirectory);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedPostgresException(
                $"The user {Environment.UserName} may not write beside the data directory {dataDirectory}. Start as the user who made it, " +
                "or set Embedded__DataDirectory to another directory.", exception);
        }
    }

    /// <summary>Also locks the path that the data directory is found at.</summary>
    /// <exception cref="EmbeddedPostgresException">Another instance uses it.</exception>
    public void Extend(string resolved)
    {
        if (_files.TrueForAll(file => !string.Equals(file.Name, PathFor(resolved), StringComparison.Ordinal))) _files.Add(TryOpen(resolved) ?? throw Held(resolved));
    }

    public static string PathFor(string dataDirectory) => dataDirectory + ".lock";

    public void Dispose() => _files.ForEach(file => file.Dispose());

    private static FileStream? TryOpen(string dataDirectory)
    {
        try
        {
            return new FileStream(PathFor(dataDirectory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (HeldElsewhere.Contains(exception.HResult))
        {
            return null;
        }
    }

    private static EmbeddedPostgresException Held(string dataDirectory) => new(
        $"Another instance uses the data directory {dataDirectory} (it holds {PathFor(dataDirectory)}). Stop that instance, " +
        "or set Embedded__DataDirectory to a directory of its own for this one, or have both use one server through ConnectionStrings__CleanApi.");
}
