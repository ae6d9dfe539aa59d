using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Sources;

/// <summary>A file is short enough to be read at once.</summary>
public sealed class FileTests
{
    private const int MaxLines = 200;

    [Fact]
    public void A_file_has_at_most_200_lines() =>
        Repository.Sources("src", "libs", "tests").Select(file => (file.Path, Lines: file.Root.GetText().Lines.Count - 1))
            .Where(file => file.Lines > MaxLines).Select(file => $"{file.Path}: {file.Lines}").Should().BeEmpty();
}
