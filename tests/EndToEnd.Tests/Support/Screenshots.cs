namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>Where pictures of the pages go: <c>artifacts/screenshots</c> at the root, which is not committed.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Find();

    /// <summary>A picture's file.</summary>
    public static string Path(string name) => System.IO.Path.Combine(Folder, name + ".png");

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "CleanApi.sln")))
        {
            directory = directory.Parent;
        }

        return System.IO.Path.Combine(directory?.FullName ?? AppContext.BaseDirectory, "artifacts", "screenshots");
    }
}
