using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Names;

/// <summary>Where names are taken and kept: a member or property of text that is called Name or Title, or ends like it.</summary>
internal static class NameUse
{
    private const string Rule = "NameRule";

    /// <summary>Assignments of an aggregate's name that do not go through the rule.</summary>
    public static IEnumerable<SyntaxNode> Unchecked(SourceFile file) =>
        from assignment in file.Nodes<AssignmentExpressionSyntax>()
        let targets = assignment.Left is TupleExpressionSyntax tuple ? tuple.Arguments.Select(argument => argument.Expression) : [assignment.Left]
        where targets.Any(target => file.Model.GetSymbolInfo(target).Symbol is IPropertySymbol property && IsName(property) && IsAggregate(property.ContainingType))
        where assignment.Left is TupleExpressionSyntax || !IsRule(file.Model, assignment.Right)
        select assignment;

    /// <summary>Names in commands, and in what commands are made of, that no validator holds to the rule.</summary>
    public static IEnumerable<string> Unvalidated(IReadOnlyList<SourceFile> files)
    {
        var validated = files.SelectMany(Validated).ToHashSet(StringComparer.Ordinal);
        return (from file in files
                from declaration in file.Nodes<RecordDeclarationSyntax>()
                let type = file.Model.GetDeclaredSymbol(declaration)!
                where type.AllInterfaces.Any(one => one.Name == "ICommand")
                from member in Members(type)
                where IsName(member)
                select $"{member.ContainingType.Name}.{member.Name}").Distinct(StringComparer.Ordinal).Where(member => !validated.Contains(member));
    }

    private static bool IsRule(SemanticModel model, ExpressionSyntax value) =>
        value is InvocationExpressionSyntax && model.GetSymbolInfo(value).Symbol is IMethodSymbol { Name: "Require" or "Change", ContainingType.Name: Rule };

    // RuleFor(command => command.Name) or RuleFor(command => command.Name.Value), and then the rule.
    private static IEnumerable<string> Validated(SourceFile file) =>
        from call in file.Nodes<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: Rule }
        from access in call.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        let property = file.Model.GetSymbolInfo(access).Symbol as IPropertySymbol
        where property is not null && IsName(property)
        select $"{property.ContainingType.Name}.{property.Name}";

    // A command may carry another record of the application, such as a patch.
    private static IEnumerable<IPropertySymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>().Where(member => !member.IsStatic).SelectMany(member =>
            member.Type is INamedTypeSymbol { IsRecord: true } inner && inner.DeclaringSyntaxReferences.Length > 0 && !SymbolEqualityComparer.Default.Equals(inner, type)
                ? Members(inner)
                : [member]);

    private static bool IsName(IPropertySymbol property) =>
        (property.Name.EndsWith("Name", StringComparison.Ordinal) || property.Name == "Title")
        && (property.Type.SpecialType == SpecialType.System_String
            || property.Type is INamedTypeSymbol { Name: "Optional", TypeArguments: [{ SpecialType: SpecialType.System_String }] });

    private static bool IsAggregate(INamedTypeSymbol? type) => type is not null && (type.Name == "AggregateRoot" || IsAggregate(type.BaseType));
}
