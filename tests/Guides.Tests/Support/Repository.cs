using CleanApi.Guides.Tests.Notation;

namespace CleanApi.Guides.Tests.Support;

/// <summary>The repository that the tests are built in.</summary>
internal static class Repository
{
    private const string Marker = "CleanApi.sln";

    /// <summary>Its directory.</summary>
    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    /// <summary>The pages below docs/guides, in order.</summary>
    public static IReadOnlyList<Guide> Guides { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs/guides"), "*.md").Order(StringComparer.Ordinal)
            .Select(file => Guide.Parse($"docs/guides/{Path.GetFileName(file)}", File.ReadAllText(file))),
    ];

    /// <summary>The files that git tracks, and those that it does not ignore, as paths from the root.</summary>
    /// <exception cref="InvalidOperationException">There is no git, or the directory is not a repository of its own.</exception>
    public static async Task<IReadOnlyList<string>> FilesAsync()
    {
        // A clone of another user, as in a container, is listed too.
        var listing = await Command.RunAsync(
            Root, "git", "-c", "core.quotepath=off", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard");
        return listing.ExitCode == 0
            ? [.. listing.Lines.Where(path => path.Length > 0 && File.Exists(Path.Combine(Root, path))).Distinct()]
            : throw new InvalidOperationException($"The tests of the guides copy the files that git lists, and need a clone with its .git: {listing}");
    }

    private static string FindRoot(string directory) =>
        File.Exists(Path.Combine(directory, Marker))
            ? directory
            : FindRoot(Directory.GetParent(directory)?.FullName ?? throw new InvalidOperationException($"No directory above the tests has {Marker}."));
}
