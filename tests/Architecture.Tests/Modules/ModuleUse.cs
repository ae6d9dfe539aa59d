using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Modules;

/// <summary>That a file of one module uses a type of another, by its name or through a member of it.</summary>
/// <param name="From">The using module.</param>
/// <param name="To">The used one.</param>
/// <param name="Type">The used type.</param>
/// <param name="Place">File and line.</param>
internal sealed record ModuleUse(string From, string To, INamedTypeSymbol Type, string Place)
{
    // Shared by all modules.
    private static readonly string[] Shared = ["Common", "Errors"];

    private static readonly string[] Layers = ["CleanApi.Domain", "CleanApi.Application"];

    private static readonly HashSet<string> Modules =
        [.. Code.Domain.Written().Concat(Code.Application.Written()).Select(type => ModuleOf(type.Namespace!)).OfType<string>()];

    /// <summary>The layer of the used type.</summary>
    public string Layer => string.Join('.', Type.ContainingNamespace.ToDisplayString().Split('.').Take(2));

    /// <summary>The module of a namespace of the domain or the application: its last part. Null for what all modules share, and for all else.</summary>
    public static string? ModuleOf(string name) =>
        name.Split('.') is ["CleanApi", "Domain" or "Application", .. var rest] && rest is [.., var module] && !rest.Intersect(Shared).Any() ? module : null;

    /// <summary>The uses in the files of a layer.</summary>
    public static IReadOnlyList<ModuleUse> In(string folder) => [.. Repository.Sources(folder).AsParallel().AsOrdered().SelectMany(In)];

    /// <summary>The uses in what surrounds the application: there, a module is a folder.</summary>
    public static IReadOnlyList<ModuleUse> InAdapters(string folder) =>
    [
        .. Repository.Sources(folder).Where(file => Modules.Contains(file.Path.Split('/')[2])).AsParallel().AsOrdered()
            .SelectMany(file => In(file, file.Path.Split('/')[2])),
    ];

    /// <summary>The uses in a file of the domain or the application.</summary>
    public static IEnumerable<ModuleUse> In(SourceFile file) => ModuleOf(file.Namespace) is { } module ? In(file, module) : [];

    private static IEnumerable<ModuleUse> In(SourceFile file, string module) =>
        from name in file.Root.Members.SelectMany(member => member.DescendantNodes()).OfType<SimpleNameSyntax>()
        where !IsConstant(file.Model, name)
        let type = Outermost(file.Model.GetSymbolInfo(name).Symbol)
        where type is not null
        let space = type.ContainingNamespace?.ToDisplayString() ?? ""
        where Layers.Any(layer => space.StartsWith(layer, StringComparison.Ordinal))
        let used = ModuleOf(space)
        where used is not null && used != module
        select new ModuleUse(module, used, type, file.Line(name));

    // The compiler copies a constant: nothing of the type that it is written in is used.
    private static bool IsConstant(SemanticModel model, SimpleNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return IsConstant(model, whole) || (whole.Parent is MemberAccessExpressionSyntax outer && outer.Expression == whole && IsConstant(model, outer));
    }

    private static bool IsConstant(SemanticModel model, SyntaxNode node) => model.GetSymbolInfo(node).Symbol is IFieldSymbol { IsConst: true, ContainingType.TypeKind: not TypeKind.Enum };

    private static INamedTypeSymbol? Outermost(ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }
}
