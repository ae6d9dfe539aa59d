using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Secrets;

/// <summary>
/// Finds comparisons of a secret that can be guessed, a password or a code, outside the throttled verifier: nothing would count them.
/// </summary>
internal static class GuessedSecret
{
    private const string Mark = "ComparesGuessedSecretAttribute";
    private const string Verifier = "ThrottledVerifier";

    /// <summary>Where a file has them.</summary>
    public static IEnumerable<SyntaxNode> Unthrottled(SourceFile file) =>
        file.Nodes<InvocationExpressionSyntax>().Where(call => Compares(file.Model.GetSymbolInfo(call).Symbol) && !IsThrottled(file.Model, call));

    private static bool Compares(ISymbol? method) => method is not null && (IsMarked(method) || method.ContainingType.AllInterfaces
        .SelectMany(one => one.GetMembers().OfType<IMethodSymbol>())
        .Any(one => IsMarked(one) && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(one), method)));

    private static bool IsMarked(ISymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == Mark);

    // Inside what the verifier is given to run, or inside another comparison.
    private static bool IsThrottled(SemanticModel model, SyntaxNode call) => call.Ancestors().Any(node => node switch
    {
        LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax outer } } =>
            model.GetSymbolInfo(outer).Symbol is { ContainingType.Name: Verifier },
        MethodDeclarationSyntax method => model.GetDeclaredSymbol(method) is { } declared && Compares(declared),
        _ => false,
    });
}
