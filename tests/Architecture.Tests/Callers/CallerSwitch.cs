using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Callers;

/// <summary>A decision by the kind of a caller.</summary>
/// <param name="File">Where.</param>
/// <param name="Node">The switch.</param>
/// <param name="Arms">Each arm's pattern, null for the default, and whether it throws.</param>
internal sealed record CallerSwitch(SourceFile File, SyntaxNode Node, IReadOnlyList<(PatternSyntax? Pattern, bool Throws)> Arms)
{
    /// <summary>File and line.</summary>
    public string Place => File.Line(Node);

    /// <summary>Whether a kind that nobody thought of would be taken for another one.</summary>
    public bool SwallowsOthers => Arms.Any(arm => !arm.Throws && IsCatchAll(arm.Pattern));

    /// <summary>The kinds that it does not name.</summary>
    public IEnumerable<string> Forgets(IEnumerable<string> kinds) =>
        kinds.Except(Arms.Where(arm => arm.Pattern is not null).SelectMany(arm => arm.Pattern!.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()).Select(name => name.Identifier.Text));

    private static bool IsCatchAll(PatternSyntax? pattern) => pattern switch
    {
        null or DiscardPatternSyntax or VarPatternSyntax => true,
        DeclarationPatternSyntax { Type: var type } => type.ToString() == "Caller",
        RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 } => true,
        UnaryPatternSyntax { Pattern: ConstantPatternSyntax } => true,
        _ => false,
    };
}
