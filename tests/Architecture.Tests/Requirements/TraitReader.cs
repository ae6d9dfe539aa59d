using System.Globalization;
using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Requirements;

/// <summary>Reads from the tests' sources which rows they name. Sources, so that the order of builds does not matter.</summary>
internal static class TraitReader
{
    /// <summary>All of the repository.</summary>
    public static IReadOnlyList<RequirementTrait> All { get; } = [.. Repository.Sources("tests").SelectMany(Read)];

    /// <summary>Those of one file.</summary>
    public static IEnumerable<RequirementTrait> Read(SourceFile file) =>
        from attribute in file.Nodes<AttributeSyntax>()
        where attribute.Name.ToString() is "Trait"
        where attribute.ArgumentList?.Arguments is
            [{ Expression: LiteralExpressionSyntax { Token.Value: "Requirement" } }, { Expression: LiteralExpressionSyntax { Token.Value: string and ['R', ..] } }]
        let type = attribute.Ancestors().OfType<BaseTypeDeclarationSyntax>().First().Identifier.Text
        let method = attribute.Parent!.Parent as MethodDeclarationSyntax
        select new RequirementTrait(
            Row(attribute.ArgumentList!.Arguments[1].Expression.GetLastToken().ValueText),
            file.Path.Split('/')[1],
            $"{type}.{method?.Identifier.Text ?? "*"}",
            file.Line(attribute),
            attribute.Parent!.Parent is BaseTypeDeclarationSyntax || (method?.AttributeLists.SelectMany(list => list.Attributes).Any(IsTest) ?? false));

    // No row is number 0.
    private static int Row(string text) => int.TryParse(text.AsSpan(1), CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static bool IsTest(AttributeSyntax attribute) =>
        attribute.Name.ToString() is var name && (name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal));
}
