using Microsoft.CodeAnalysis;

namespace CleanApi.Architecture.Tests.Modules;

/// <summary>What a module may use of another (docs/adr/0003-modules-and-their-edges.md).</summary>
internal static class ModuleRule
{
    /// <summary>Whether other modules may use a type: a value or event of the domain, a contract of the application, or what a contract returns.</summary>
    public static bool IsPublished(INamedTypeSymbol type) => IsValue(type) || IsContract(type);

    /// <summary>An id, an enum or another value has no identity of its own; an event is immutable, and so is an error of a catalogue.</summary>
    public static bool IsValue(INamedTypeSymbol type) =>
        type.IsValueType || type.AllInterfaces.Any(one => one.Name == "IDomainEvent") || (type.IsStatic && type.Name.EndsWith("Errors", StringComparison.Ordinal));

    /// <summary>Whether a type lies in a folder <c>Contracts</c> or is a response.</summary>
    public static bool IsContract(INamedTypeSymbol type) =>
        type.Locations.Any(location => location.SourceTree?.FilePath.Contains("/Contracts/", StringComparison.Ordinal) == true)
        || (type.ContainingNamespace.ToDisplayString().StartsWith("CleanApi.Application.", StringComparison.Ordinal) && type.Name.EndsWith("Response", StringComparison.Ordinal));

    /// <summary>A use in words.</summary>
    public static string Describe(ModuleUse use) => $"{use.Place} {use.Type}";
}
