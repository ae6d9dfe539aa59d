using System.Text.RegularExpressions;
using CleanApi.Guides.Tests.Notation;
using CleanApi.Guides.Tests.Support;

namespace CleanApi.Guides.Tests;

/// <summary>What the guides name is there, or they add it themselves.</summary>
public sealed partial class ReferenceTests
{
    [Fact]
    public void A_file_or_folder_that_a_guide_names_exists_or_is_added_by_it()
    {
        var missing = from guide in Repository.Guides
                      from Match match in RepositoryPath().Matches(string.Join('\n', guide.Illustrations.Append(guide.Prose)))
                      let path = Path.Combine(Repository.Root, match.Value)
                      where !File.Exists(path) && !Directory.Exists(path)
                          && !guide.NewFiles.Any(file => $"{file}/".StartsWith($"{match.Value}/", StringComparison.Ordinal))
                      select $"{guide.Path}: {match.Value}";
        missing.Should().BeEmpty();
    }

    [Fact]
    public async Task A_test_that_a_guide_names_exists_or_is_added_by_it()
    {
        var sources = await SourcesAsync();
        var missing = from guide in Repository.Guides
                      from code in Codes(guide)
                      let name = TestName().Match(code)
                      where name.Success && !sources.Concat(guide.Blocks.Select(block => (block.Path, block.Text)))
                          .Any(source => source.Path.EndsWith($"/{name.Groups["class"]}.cs", StringComparison.Ordinal)
                              && (!name.Groups["method"].Success || source.Text.Contains($" {name.Groups["method"]}(", StringComparison.Ordinal)))
                      select $"{guide.Path}: {code}";
        missing.Should().BeEmpty();
    }

    [Fact]
    public async Task A_type_or_member_that_a_guide_for_code_names_is_in_the_code()
    {
        var words = (await SourcesAsync()).SelectMany(source => Word().Matches(source.Text).Select(word => word.Value)).ToHashSet(StringComparer.Ordinal);
        var missing = from guide in Repository.Guides
                      where guide.Blocks.Count > 0
                      let added = guide.Blocks.SelectMany(block => Word().Matches(block.Text).Select(word => word.Value)).ToHashSet(StringComparer.Ordinal)
                      from code in Codes(guide)
                      where !RepositoryPath().IsMatch(code)
                      from Match word in Word().Matches(code)
                      where !words.Contains(word.Value) && !added.Contains(word.Value)
                      select $"{guide.Path}: {word.Value} in {code}";
        missing.Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<(string Path, string Text)>> SourcesAsync() =>
        [
            .. (await Repository.FilesAsync()).Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
                .Select(path => (path, File.ReadAllText(Path.Combine(Repository.Root, path)))),
        ];

    private static IEnumerable<string> Codes(Guide guide) => Code().Matches(guide.Prose).Select(match => match.Groups["code"].Value);

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w/.-])(src|tests|libs|docs|bench)/[\w./-]*\w", RegexOptions.ExplicitCapture)]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"^(?<class>\w+Tests)(\.(?<method>\w+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex TestName();

    // Pascal case; all capitals are acronyms and codes.
    [GeneratedRegex(@"\b[A-Z]\w*[a-z]\w*\b")]
    private static partial Regex Word();
}
