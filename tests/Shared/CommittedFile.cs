namespace CleanApi.Tests.Shared;

/// <summary>A file of the repository that follows from the code and is committed for reviewers to read. <c>renew.sh</c> writes it.</summary>
internal static class CommittedFile
{
    // Set by renew.sh: the tests write instead of comparing.
    private const string Update = "CLEANAPI_UPDATE_DOCS";

    /// <summary>The file has this text.</summary>
    /// <param name="path">Below the solution.</param>
    /// <param name="text">What the code says.</param>
    public static void ShouldBe(string path, string text)
    {
        var file = Path.Combine(Root(), path);
        if (IsRenewing)
        {
            File.WriteAllText(file, text);
        }

        var committed = File.Exists(file) ? File.ReadAllText(file).Split('\n') : [];
        var lines = text.Split('\n');
        var difference = Enumerable.Range(0, Math.Max(lines.Length, committed.Length)).FirstOrDefault(i => At(lines, i) != At(committed, i), -1);
        difference.Should().Be(
            -1, "{0} differs from the code in line {1}, where the code says '{2}' and not '{3}'; where that is meant, run ./renew.sh and review what it writes",
            path, difference + 1, At(lines, difference), At(committed, difference));
    }

    /// <summary>The file has this text, for ever: others rely on it. <c>renew.sh</c> writes it when it is new, and never changes it.</summary>
    /// <param name="path">Below the solution.</param>
    /// <param name="text">What the code says.</param>
    /// <param name="because">What to do instead of changing it.</param>
    public static void ShouldStay(string path, string text, string because)
    {
        var file = Path.Combine(Root(), path);
        if (IsRenewing && !File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        (File.Exists(file) ? File.ReadAllText(file) : "").Should().Be(text, "{0} is what others rely on: {1}", path, because);
    }

    /// <summary>The file lists these lines. What it lists stays for ever, so that <c>renew.sh</c> adds lines and takes none away.</summary>
    /// <param name="path">Below the solution.</param>
    /// <param name="lines">What the code says, in order.</param>
    public static void ShouldList(string path, IReadOnlyList<string> lines)
    {
        File.ReadAllLines(Path.Combine(Root(), path)).Except(lines, StringComparer.Ordinal).Should().BeEmpty(
            "what {0} lists is known to clients or stored, and cannot change any more", path);
        ShouldBe(path, string.Join('\n', lines) + "\n");
    }

    /// <summary>The text of a file.</summary>
    /// <param name="path">Below the solution.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static bool IsRenewing => Environment.GetEnvironmentVariable(Update) == "1";

    private static string? At(string[] lines, int index) => lines.ElementAtOrDefault(index);

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "CleanApi.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException($"No solution above {AppContext.BaseDirectory}.");
    }
}
