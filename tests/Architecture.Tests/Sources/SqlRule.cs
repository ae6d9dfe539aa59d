using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Sources;

/// <summary>
/// A statement that has something put into it other than a constant. Where PostgreSQL takes no parameter (DDL), the comment above says what makes the text safe:
/// <c>// Not a parameter: …</c>.
/// </summary>
internal static partial class SqlRule
{
    private const string Explanation = "// Not a parameter: ";

    // These take the parts of an interpolated string, and make each value a parameter.
    private static readonly string[] Parameterized =
        ["FromSql", "FromSqlInterpolated", "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlInterpolated", "ExecuteSqlInterpolatedAsync", "SqlQuery"];

    private static readonly string[] Raw = ["FromSqlRaw", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "SqlQueryRaw"];

    /// <summary>Where a file breaks it.</summary>
    public static IEnumerable<SyntaxNode> Broken(SourceFile file) =>
        file.Nodes<InvocationExpressionSyntax>().Where(call => Raw.Contains(NameOf(call.Expression))).Concat<SyntaxNode>(
            file.Nodes<ExpressionSyntax>().Where(text => IsPutTogether(file.Model, text) && !IsExplained(text)));

    private static bool IsPutTogether(SemanticModel model, ExpressionSyntax text) => text switch
    {
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax first, ..] } whole =>
            Statement().IsMatch(first.TextToken.ValueText) && !IsArgumentOf(whole, Parameterized)
            && whole.Contents.OfType<InterpolationSyntax>().Any(hole => !IsSafe(model, hole.Expression)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: LiteralExpressionSyntax first } => Statement().IsMatch(first.Token.ValueText) && !IsConstant(model, Whole(text)),
        LiteralExpressionSyntax first => Statement().IsMatch(first.Token.ValueText) && IsArgumentOf(first, "Format"),
        _ => false,
    };

    // PostgreSQL takes no parameter for a name; the driver's own function quotes it.
    private static bool IsSafe(SemanticModel model, ExpressionSyntax value) =>
        IsConstant(model, value) || (value is InvocationExpressionSyntax call && NameOf(call.Expression) == "QuoteIdentifier");

    private static bool IsConstant(SemanticModel model, ExpressionSyntax value) => model.GetConstantValue(value).HasValue;

    private static ExpressionSyntax Whole(ExpressionSyntax sum) => sum.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } parent ? Whole(parent) : sum;

    private static bool IsArgumentOf(ExpressionSyntax text, params string[] methods) =>
        text.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } && methods.Contains(NameOf(call.Expression));

    private static string? NameOf(ExpressionSyntax method) => method switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => null,
    };

    // In the lines above the text, up to the one before the beginning of the statement or member that it is in.
    private static bool IsExplained(ExpressionSyntax text) =>
        text.Ancestors().First(node => node is StatementSyntax or MemberDeclarationSyntax).DescendantTrivia()
            .Any(trivia => trivia.SpanStart < text.SpanStart && trivia.ToString().StartsWith(Explanation, StringComparison.Ordinal));

    // Statements are lower case here: a sentence for people begins with a capital.
    [GeneratedRegex(@"^\s*(select|insert into|update|delete from|create|alter|drop|grant|revoke|truncate|with|do \$|set|copy|listen|notify)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();
}
