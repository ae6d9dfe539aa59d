using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;
using CleanApi.Architecture.Tests.Tenancy;
using CleanApi.Domain.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Sources;

/// <summary>
/// A statement that changes rows of an aggregate past its methods, so that nobody hears of it. Where that is right, the comment above says why: <c>// No event: …</c>.
/// </summary>
internal static class SilentChangeRule
{
    private const string Explanation = "// No event: ";

    private static readonly string[] Bulk = ["ExecuteUpdate", "ExecuteUpdateAsync", "ExecuteDelete", "ExecuteDeleteAsync", "DeleteInBatchesAsync"];

    private static readonly Regex Statement = new(
        $@"\b(update|insert\s+into|delete\s+from|merge\s+into|copy|truncate)\s+(only\s+)?({string.Join('|', Tables())})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase);

    /// <summary>Where a file breaks it.</summary>
    public static IEnumerable<SyntaxNode> Broken(SourceFile file) =>
        file.Nodes<InvocationExpressionSyntax>().Where(call => IsBulk(file, call)).Concat<SyntaxNode>(
            file.Nodes<ExpressionSyntax>().Where(text => text is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && Statement.IsMatch(text.ToString())))
            .Where(node => !IsExplained(node));

    private static IEnumerable<string> Tables() =>
        Model.Entities.Where(entity => entity.ClrType.IsAssignableTo(typeof(IAggregateRoot))).Select(entity => Regex.Escape(Model.Table(entity)));

    private static bool IsBulk(SourceFile file, InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access && Bulk.Contains(access.Name.Identifier.Text)
        && file.Model.GetTypeInfo(access.Expression).Type is INamedTypeSymbol { TypeArguments: [var row] }
        && row.AllInterfaces.Any(one => one.Name == nameof(IAggregateRoot));

    // In the lines above it, up to the one before the beginning of the statement or member that it is in.
    private static bool IsExplained(SyntaxNode change) =>
        change.Ancestors().First(node => node is StatementSyntax or MemberDeclarationSyntax).DescendantTrivia()
            .Any(trivia => trivia.SpanStart < change.Span.End && trivia.ToString().StartsWith(Explanation, StringComparison.Ordinal));
}
