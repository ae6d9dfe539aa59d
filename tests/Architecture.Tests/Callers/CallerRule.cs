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

    /// <summary>The decisions by the kind of a caller in a file.</summary>
    public static IEnumerable<CallerSwitch> Switches(SourceFile file) =>
        file.Nodes<SwitchExpressionSyntax>().Where(one => Decides(file.Model, one.GoverningExpression))
            .Select(one => new CallerSwitch(file, one, [.. one.Arms.Select(arm => (arm.Pattern, arm.Expression is ThrowExpressionSyntax))]))
        .Concat(file.Nodes<SwitchStatementSyntax>().Where(one => Decides(file.Model, one.Expression))
            .Select(one => new CallerSwitch(file, one, [.. one.Sections.SelectMany(section => section.Labels.Select(label =>
                ((label as CasePatternSwitchLabelSyntax)?.Pattern, section.Statements is [ThrowStatementSyntax, ..])))])));

    /// <summary>The names of the kinds that are declared in some files.</summary>
    public static IEnumerable<string> Kinds(IEnumerable<SourceFile> files) =>
        from file in files
        from type in file.Nodes<TypeDeclarationSyntax>()
        let symbol = file.Model.GetDeclaredSymbol(type)!
        where IsCaller(symbol) && !symbol.IsAbstract
        select symbol.Name;

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
