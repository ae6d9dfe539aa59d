using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Modules;

/// <summary>A module's contract: public interfaces and the records that they use, implemented by internal sealed classes.</summary>
internal static class ContractRule
{
    /// <summary>Types of a contract that are neither an interface nor a value.</summary>
    public static IEnumerable<string> NotPlain(IEnumerable<SourceFile> files) =>
        from file in files
        where IsContract(file)
        from type in file.Types
        where type is not (InterfaceDeclarationSyntax or RecordDeclarationSyntax or EnumDeclarationSyntax) || !type.Modifiers.Any(SyntaxKind.PublicKeyword)
        select file.Line(type);

    /// <summary>Implementations of a contract that others could derive from or make for themselves.</summary>
    public static IEnumerable<string> NotHidden(IReadOnlyList<SourceFile> files)
    {
        var contracts = files.Where(IsContract).SelectMany(file => file.Types.OfType<InterfaceDeclarationSyntax>().Select(type => file.Model.GetDeclaredSymbol(type)!.ToDisplayString()))
            .ToHashSet(StringComparer.Ordinal);
        return from file in files
               from type in file.Nodes<ClassDeclarationSyntax>()
               where type.BaseList is not null
               let symbol = file.Model.GetDeclaredSymbol(type)!
               where symbol.AllInterfaces.Any(one => contracts.Contains(one.OriginalDefinition.ToDisplayString()))
               where !symbol.IsSealed || symbol.DeclaredAccessibility == Accessibility.Public
               select file.Line(type);
    }

    private static bool IsContract(SourceFile file) => file.Path.Contains("/Contracts/", StringComparison.Ordinal);
}
