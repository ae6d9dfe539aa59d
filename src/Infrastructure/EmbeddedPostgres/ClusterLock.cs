namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>
/// Allows one process per data directory. The operating system releases the lock when the process ends, so the file's existence means nothing.
/// </summary>
internal sealed class ClusterLock : IDisposable
{
    // flock's EWOULDBLOCK on Linux, on macOS, and Windows' sharing violation.
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private ClusterLock(FileStream file) => _file = file;

    /// <summary>Acquires the lock, or returns null when another instance holds it.</summary>
    public static ClusterLock? TryAcquire(string dataDirectory)
    {
        try
        {
            return new ClusterLock(new FileStream(PathFor(dataDirectory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (HeldElsewhere.Contains(exception.HResult))
        {
            return null;
        }
    }

    /// <exception cref="EmbeddedPostgresException">Another instance uses the directory, or this user may not write there.</exception>
    public static ClusterLock Acquire(string dataDirectory)
    {
        try
        {
            return TryAcquire(dataDirectory) ?? throw new EmbeddedPostgresException(
                $"Another instance uses the data directory {dataDirectory} (it holds {PathFor(dataDirectory)}). Stop that instance, " +
                "or set Embedded__DataDirectory to a directory of its own for this one, or have both use one server through ConnectionStrings__CleanApi.");
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedPostgresException(
                $"The user {Environment.UserName} may not write beside the data directory {dataDirectory}. Start as the user who made it, " +
                "or set Embedded__DataDirectory to another directory.", exception);
        }
    }

    public static string PathFor(string dataDirectory) => dataDirectory + ".lock";

    public void Dispose() => _file.Dispose();
}
