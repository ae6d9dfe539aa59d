using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Modules;

/// <summary>That a file of one module names a type of another.</summary>
/// <param name="From">The using module.</param>
/// <param name="To">The used one.</param>
/// <param name="Type">The used type.</param>
/// <param name="Place">File and line.</param>
internal sealed partial record ModuleUse(string From, string To, Type Type, string Place)
{
    /// <summary>What is everybody's and so no module.</summary>
    public static readonly string[] Shared = ["Common", "Errors", "Domain", "Application"];

    // A member or parameter that is named like a type stands after its own type, or after a dot.
    private const string NotAMember =
        @"(?<![.\w]|\b(?!(new|return|is|as|not|or|and|in|out|ref|readonly|public|private|protected|internal|static|sealed|override|required|await|case|throw|params|this|else|async|virtual|abstract|extern|scoped|typeof|where)\b)\w+[?>\]]*\s+)";

    private static readonly Dictionary<string, Type[]> TypesOf =
        Code.Domain.Written().Concat(Code.Application.Written()).Where(type => !type.IsNested)
            .GroupBy(type => type.Namespace!).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly HashSet<string> Modules = [.. TypesOf.Keys.Select(ModuleOf).OfType<string>()];

    /// <summary>The module of a type or a namespace: its last part. Null for what is shared by all.</summary>
    public static string? ModuleOf(string name) =>
        name.Split('.') is [.., var module] parts && !parts.Intersect(Shared.Take(2)).Any() && !Shared.Contains(module) ? module : null;

    /// <summary>The uses in the files of a layer; to name a type of another namespace, a file imports or writes out that namespace.</summary>
    public static IReadOnlyList<ModuleUse> In(string folder) => [.. Repository.Sources(folder).SelectMany(In)];

    /// <summary>The uses in what stands around the application: there, a module is a folder.</summary>
    public static IReadOnlyList<ModuleUse> InAdapters(string folder) =>
    [
        .. Repository.Sources(folder).Select(file => (File: file, Folder: file.Path.Split('/')[2]))
            .Where(one => Modules.Contains(one.Folder)).SelectMany(one => In(one.File, one.Folder)),
    ];

    /// <summary>The uses in a file.</summary>
    public static IEnumerable<ModuleUse> In(CSharpFile file) => ModuleOf(file.Namespace) is { } module ? In(file, module) : [];

    private static IEnumerable<ModuleUse> In(CSharpFile file, string module)
    {
        var code = Import().Replace(file.Text.Code, match => new string(' ', match.Length));
        return from space in TypesOf.Keys
               let used = ModuleOf(space)
               where used is not null && used != module
               from type in TypesOf[space]
               let name = type.Name.Split('`')[0]
               let match = Regex.Match(code, file.Imports.Contains(space) ? $@"{NotAMember}{name}\b(?!\s*:(?!:)|\s*=[^=>])" : $@"\b{used}\.{name}\b")
               where match.Success
               select new ModuleUse(module, used, type, $"{file.Path}:{file.Text.Line(match.Index)}");
    }

    [GeneratedRegex(@"^using\s[^;]*;", RegexOptions.Multiline)]
    private static partial Regex Import();
}
