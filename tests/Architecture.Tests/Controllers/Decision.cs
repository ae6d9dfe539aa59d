using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Controllers;

/// <summary>Decides outside of the pipeline who may do something.</summary>
internal static class Decision
{
    /// <summary>Where a file does.</summary>
    public static IEnumerable<SyntaxNode> In(SourceFile file) => file.Root.DescendantNodes().Where(node => node switch
    {
        AttributeSyntax attribute => attribute.Name.ToString() is "Authorize" or "AuthorizeAttribute",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } call =>
            called.Name.Identifier.Text == "IsInRole"
            || (called.Name.Identifier.Text == "Has" && call.ArgumentList.Arguments is [var permission] && IsMemberOf("Permissions", permission.Expression)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
            IsMemberOf("UserRole", comparison.Left) || IsMemberOf("UserRole", comparison.Right),
        ConstantPatternSyntax pattern => IsMemberOf("UserRole", pattern.Expression),
        CaseSwitchLabelSyntax label => IsMemberOf("UserRole", label.Value),
        _ => false,
    });

    private static bool IsMemberOf(string type, ExpressionSyntax value) =>
        value is MemberAccessExpressionSyntax { Expression: { } owner } && owner.ToString().Split('.')[^1] == type;
}
