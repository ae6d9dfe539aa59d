using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Callers;

/// <summary>The kinds of callers are known where the code decides by them, and the current caller changes for the length of a block only.</summary>
internal static class CallerRule
{
    private const string Caller = "Caller";

    /// <summary>What lets somebody add a kind of caller without touching the hierarchy: an accessible constructor, or a kind that is not sealed.</summary>
    public static IEnumerable<string> Open(IEnumerable<SourceFile> files) =>
        from file in files
        from type in file.Nodes<TypeDeclarationSyntax>()
        let symbol = file.Model.GetDeclaredSymbol(type)!
        where IsCaller(symbol) && (symbol.Name == Caller ? !symbol.IsAbstract || symbol.InstanceConstructors.Any(IsAccessible) : !symbol.IsSealed)
        select file.Line(type);

    /// <summary>Members of the caller's context that would assign the current caller.</summary>
    public static IEnumerable<SyntaxNode> Assigns(SourceFile file) =>
        from context in file.Nodes<InterfaceDeclarationSyntax>()
        where context.Identifier.Text == "ICallerContext"
        from member in context.Members
        where member switch
        {
            PropertyDeclarationSyntax property => property.AccessorList?.Accessors.Any(accessor => accessor.Keyword.IsKind(SyntaxKind.SetKeyword) || accessor.Keyword.IsKind(SyntaxKind.InitKeyword)) == true,
            MethodDeclarationSyntax method => method.Identifier.Text != "RunAsAsync" && method.ParameterList.Parameters.Any(parameter => parameter.Type!.ToString().TrimEnd('?') == Caller),
            _ => false,
        }
        select member;

    /// <summary>Decisions by the kind of a caller that a new kind would slip through: <c>Match</c> names every kind, a switch does not.</summary>
    public static IEnumerable<SyntaxNode> Switches(SourceFile file) => file.Root.DescendantNodes().Where(node => node switch
    {
        SwitchExpressionSyntax one => Decides(file.Model, one.GoverningExpression),
        SwitchStatementSyntax one => Decides(file.Model, one.Expression),
        _ => false,
    });

    /// <summary>The kinds of callers that <c>Caller.Match</c> does not ask a decision for.</summary>
    public static IEnumerable<string> Unmatched(IReadOnlyList<SourceFile> files)
    {
        var types = files.SelectMany(file => file.Nodes<TypeDeclarationSyntax>().Select(type => file.Model.GetDeclaredSymbol(type)!)).Where(IsCaller).ToList();
        var matched = types.Where(type => type.Name == Caller).SelectMany(type => type.GetMembers("Match")).OfType<IMethodSymbol>()
            .Where(match => match.IsAbstract).SelectMany(match => match.Parameters)
            .Select(parameter => (parameter.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()?.Name);
        return types.Where(type => !type.IsAbstract).Select(type => type.Name).Except(matched)!;
    }

    private static bool Decides(SemanticModel model, ExpressionSyntax value) => model.GetTypeInfo(value).Type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => IsCaller(element.Type)),
        { } type => IsCaller(type),
        _ => false,
    };

    private static bool IsCaller(ITypeSymbol? type) => type is not null && (type.Name == Caller || IsCaller(type.BaseType));

    // The copy constructor of a record needs a caller that there is already.
    private static bool IsAccessible(IMethodSymbol constructor) =>
        constructor.DeclaredAccessibility is not (Accessibility.Private or Accessibility.ProtectedAndInternal)
        && !(constructor.Parameters is [var copied] && SymbolEqualityComparer.Default.Equals(copied.Type, constructor.ContainingType));
}
