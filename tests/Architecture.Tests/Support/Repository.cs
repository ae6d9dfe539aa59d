namespace CleanApi.Architecture.Tests.Support;

/// <summary>The files of the repository, without what builds and runs leave behind.</summary>
internal static class Repository
{
    private const string Marker = "Directory.Packages.props";

    private static readonly string[] NotKept = [".git", "bin", "obj", ".data", ".vs", ".idea", "node_modules", "TestResults", "artifacts"];

    /// <summary>The repository's directory, with no slash at the end.</summary>
    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    // Read and parsed once a run.
    private static readonly Lazy<IReadOnlyList<SourceFile>> AllSources = new(() =>
        [.. Files("*.cs", "src", "libs", "tests").AsParallel().AsOrdered().Select(SourceFile.Read)]);

    /// <summary>A path of the repository as one of this machine.</summary>
    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Full(path));

    /// <summary>All files below some folders of the repository, as paths with slashes from its root, in order; all of it when none is named.</summary>
    public static IReadOnlyList<string> Files(string pattern, params string[] folders) =>
        [.. (folders.Length == 0 ? [""] : folders).SelectMany(folder => Walk(Full(folder), pattern)).Order(StringComparer.Ordinal)];

    /// <summary>The C# sources below some folders of <c>src</c>, <c>libs</c> and <c>tests</c>, or below these.</summary>
    public static IEnumerable<SourceFile> Sources(params string[] folders) =>
        AllSources.Value.Where(file => folders.Any(folder => file.Path.StartsWith($"{folder}/", StringComparison.Ordinal)));

    private static IEnumerable<string> Walk(string directory, string pattern)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        // In a linked worktree, .git is a file.
        var files = Directory.EnumerateFiles(directory, pattern).Where(file => !NotKept.Contains(Path.GetFileName(file)))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'));
        var below = Directory.EnumerateDirectories(directory).Where(child => !NotKept.Contains(Path.GetFileName(child)));
        return files.Concat(below.SelectMany(child => Walk(child, pattern)));
    }

    private static string FindRoot(string directory) =>
        File.Exists(Path.Combine(directory, Marker))
            ? directory.TrimEnd(Path.DirectorySeparatorChar)
            : FindRoot(Directory.GetParent(directory)?.FullName ?? throw new InvalidOperationException($"No directory above the tests has {Marker}."));
}
