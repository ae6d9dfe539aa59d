using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Documentation;

/// <summary>Test classes and tests as pages name them: <c>`ClassTests`</c> or <c>`ClassTests.Method`</c>.</summary>
internal static partial class NamedTests
{
    /// <summary>The names in a text that no test has.</summary>
    /// <param name="text">A page.</param>
    /// <param name="tests">What <see cref="Existing"/> returns.</param>
    public static IEnumerable<string> Missing(string text, IReadOnlySet<string> tests) =>
        Name().Matches(text).Select(match => match.Groups["name"].Value).Where(name => !tests.Contains(name)).Distinct(StringComparer.Ordinal);

    /// <summary>The classes that end in Tests, and each with its public methods.</summary>
    public static IReadOnlySet<string> Existing(IEnumerable<SourceFile> files) => new HashSet<string>(
        from file in files
        from type in file.Nodes<ClassDeclarationSyntax>()
        from name in type.Members.OfType<MethodDeclarationSyntax>().Where(method => method.AttributeLists.Count > 0)
            .Select(method => $"{type.Identifier.Text}.{method.Identifier.Text}").Append(type.Identifier.Text)
        select name,
        StringComparer.Ordinal);

    [GeneratedRegex(@"`(?<name>\w+Tests(\.\w+)?)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
