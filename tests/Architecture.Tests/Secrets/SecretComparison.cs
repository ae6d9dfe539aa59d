using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Secrets;

/// <summary>Finds comparisons of hashes and secrets that stop at the first difference: their time tells how much of a guess was right.</summary>
internal static class SecretComparison
{
    private static readonly string[] Endings = ["hash", "Hash", "secret", "Secret", "mac", "Mac", "MAC"];

    /// <summary>Where a file has them.</summary>
    public static IEnumerable<SyntaxNode> In(SourceFile file) => file.Nodes<ExpressionSyntax>().Where(node => Compares(node) && !IsLookup(file.Model, node));

    private static bool Compares(ExpressionSyntax node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Left: var left, Right: var right } =>
            (IsSecret(left) || IsSecret(right)) && !IsNothing(left) && !IsNothing(right),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "SequenceEqual" or "Equals" } } =>
            node.DescendantNodes().OfType<SimpleNameSyntax>().Any(IsSecret),
        _ => false,
    };

    private static bool IsSecret(ExpressionSyntax value) => value switch
    {
        MemberAccessExpressionSyntax access => IsSecret(access.Name),
        SimpleNameSyntax name => Endings.Any(ending => name.Identifier.Text.EndsWith(ending, StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsNothing(ExpressionSyntax value) =>
        value.IsKind(SyntaxKind.NullLiteralExpression) || value.IsKind(SyntaxKind.DefaultLiteralExpression);

    // A row is looked up by its hash: the database evaluates an expression tree over an index.
    private static bool IsLookup(SemanticModel model, ExpressionSyntax node) =>
        node.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda => model.GetTypeInfo(lambda).ConvertedType is { Name: "Expression" });
}
