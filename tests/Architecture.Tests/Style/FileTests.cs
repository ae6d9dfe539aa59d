using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Style;

/// <summary>One type a file, named after it, short enough to be read at once.</summary>
public sealed class FileTests
{
    private const int MaxLines = 200;

    [Fact]
    public void A_file_is_named_after_its_one_type() =>
        Repository.Sources("src", "tests").Where(file => file.Types.Count > 0 && !IsNamedAfterItsType(file))
            .Select(file => $"{file.Path}: {string.Join(", ", file.Types)}").Should().BeEmpty();

    [Fact]
    public void A_file_has_at_most_200_lines() =>
        Repository.Files("*.cs", "src", "libs", "tests").Select(path => (Path: path, Lines: Repository.Read(path).Count(c => c is '\n')))
            .Where(file => file.Lines > MaxLines).Select(file => $"{file.Path}: {file.Lines}").Should().BeEmpty();

    [Fact]
    public void A_namespace_is_file_scoped() =>
        Repository.Sources("src", "libs", "tests")
            .Where(file => file.Types.Count > 0 && !file.Text.Code.Contains($"namespace {file.Namespace};", StringComparison.Ordinal))
            .Select(file => file.Path).Should().BeEmpty();

    [Theory]
    [InlineData("Sample.cs", "public sealed record Sample(int A);", true)]
    [InlineData("Sample.Part.cs", "internal static partial class Sample { }", true)]
    [InlineData("Sample.cs", "public interface Sample;\npublic interface Sample<T>;", true)]
    [InlineData("Sample.cs", "public readonly record struct Other(int A);", false)]
    [InlineData("Sample.cs", "class Sample { }\nenum Other { }", false)]
    [InlineData("Sample.cs", "public delegate Task<int> Other(string text);", false)]
    public void The_rule_can_tell(string path, string code, bool isNamed) =>
        IsNamedAfterItsType(new CSharpFile(path, CSharpText.Of($"namespace N;\n\n{code}\n"))).Should().Be(isNamed);

    private static bool IsNamedAfterItsType(CSharpFile file) => file.Types.All(type => type == Path.GetFileName(file.Path).Split('.')[0]);
}
