using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Controllers;

/// <summary>A controller that clients can call.</summary>
internal sealed record ControllerFile(SourceFile File, ClassDeclarationSyntax Class)
{
    private static readonly string[] NotForControllers = ["DbContext", "CleanApiDbContext", "IUnitOfWork", "IRepository", "IReadRepository", "Specification"];

    /// <summary>Those of the repository.</summary>
    public static IReadOnlyList<ControllerFile> All { get; } = [.. Repository.Sources("src/WebApi").SelectMany(In)];

    /// <summary>The types of what is injected.</summary>
    public IEnumerable<string> Injected => Class.ParameterList?.Parameters.Select(parameter => parameter.Type!.ToString()) ?? [];

    /// <summary>The actions.</summary>
    public IEnumerable<MethodDeclarationSyntax> Actions => Class.Members.OfType<MethodDeclarationSyntax>().Where(method =>
        method.Modifiers.Any(SyntaxKind.PublicKeyword) && !method.Modifiers.Any(SyntaxKind.StaticKeyword) && !method.Modifiers.Any(SyntaxKind.OverrideKeyword));

    /// <summary>Actions that are more than one expression.</summary>
    public IEnumerable<SyntaxNode> Thick => Actions.Where(action => action.ExpressionBody is null);

    /// <summary>What is for the application to do: handling errors, and reading and writing data.</summary>
    public IEnumerable<SyntaxNode> Misplaced =>
        Class.DescendantNodes().Where(node => node is TryStatementSyntax || (node is SimpleNameSyntax name && NotForControllers.Contains(name.Identifier.Text)));

    /// <summary>Those of a file.</summary>
    public static IEnumerable<ControllerFile> In(SourceFile file) =>
        file.Types.OfType<ClassDeclarationSyntax>()
            .Where(type => type.Identifier.Text.EndsWith("Controller", StringComparison.Ordinal)
                && type.Modifiers.Any(SyntaxKind.PublicKeyword) && !type.Modifiers.Any(SyntaxKind.AbstractKeyword))
            .Select(type => new ControllerFile(file, type));
}
