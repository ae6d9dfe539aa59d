using System.Text.RegularExpressions;

namespace CleanApi.Architecture.Tests.Support;

/// <summary>A C# file: where it lies, and what it says.</summary>
internal sealed partial record CSharpFile(string Path, CSharpText Text)
{
    /// <summary>The namespace; empty where the file has none.</summary>
    public string Namespace { get; } = NamespacePattern().Match(Text.Code).Groups["name"].Value;

    /// <summary>The namespaces that it imports.</summary>
    public IReadOnlyList<string> Imports { get; } = [.. UsingPattern().Matches(Text.Code).Select(match => match.Groups["name"].Value)];

    /// <summary>The types that it declares at its top level, in order.</summary>
    public IReadOnlyList<string> Types { get; } = [.. TypePattern().Matches(Text.Code).Select(match => match.Groups["name"].Value)];

    /// <summary>The matches of a pattern in the code, as <c>path:line what</c>.</summary>
    public IEnumerable<string> Find(Regex pattern) => Find(pattern, Text.Code);

    /// <summary>The matches of a pattern in a text of the same length as the file, as <c>path:line what</c>.</summary>
    public IEnumerable<string> Find(Regex pattern, string text) => pattern.Matches(text).Select(match => $"{Path}:{Text.Line(match.Index)} {match.Value.Trim()}");

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*[;{]", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"^using\s+(static\s+)?(\w+\s*=\s*)?(?<name>[\w.]+)\s*;", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex UsingPattern();

    // A top-level type begins at the margin: namespaces are file-scoped.
    [GeneratedRegex(
        @"^((public|internal|file|sealed|static|abstract|partial|readonly|unsafe|ref)\s+)*((class|interface|enum|record(\s+(struct|class))?|struct)\s+(?<name>\w+)|delegate\s+[\w<>?,. ]+\s+(?<name>\w+)\s*[(<])",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TypePattern();
}
