using CleanApi.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CleanApi.Architecture.Tests.Support;

/// <summary>A project below <c>src</c>, compiled from its sources against the assemblies of the others.</summary>
internal sealed class Layer
{
    private const string Self = "CleanApi.Architecture.Tests";

    // What the SDK imports everywhere, and in a web project besides.
    private const string GlobalUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string WebGlobalUsings =
        """
        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly IReadOnlyList<PortableExecutableReference> Assemblies =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != Self).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Part of the build, not of the program: the layers' rules do not apply to it.
    private static readonly Layer Generators = new("Generators");

    private readonly Lazy<CSharpCompilation> compilation;

    private Layer(string name)
    {
        Name = name;
        compilation = new Lazy<CSharpCompilation>(() => Compile(
            Repository.Sources($"src/{name}").Select(file => file.Root.SyntaxTree), $"CleanApi.{name}", name == "WebApi" ? WebGlobalUsings : ""));
    }

    /// <summary>All of them, the inner first.</summary>
    public static IReadOnlyList<Layer> All { get; } = [new("Domain"), new("Application"), new("Infrastructure"), new("WebApi")];

    /// <summary>The project's name.</summary>
    public string Name { get; }

    /// <summary>The compilation, with the generated id types; the generators of packages do not run in it.</summary>
    public CSharpCompilation Compilation => compilation.Value;

    /// <summary>The layer that a source belongs to.</summary>
    public static Layer Containing(string path) => All.Append(Generators).Single(layer => path.StartsWith($"src/{layer.Name}/", StringComparison.Ordinal));

    /// <summary>Compiles sources against all assemblies but the one that they make.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, string name = Self, string globalUsings = WebGlobalUsings)
    {
        var written = CSharpCompilation.Create(
            name,
            trees.Append(SourceFile.Parse("GlobalUsings.cs", GlobalUsings)).Append(SourceFile.Parse("WebGlobalUsings.cs", globalUsings)),
            Assemblies.Where(assembly => Path.GetFileNameWithoutExtension(assembly.FilePath) != name),
            new CSharpCompilationOptions(
                name == "CleanApi.WebApi" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new TypeIdGenerator().AsSourceGenerator()], parseOptions: SourceFile.Options)
            .RunGeneratorsAndUpdateCompilation(written, out var generated, out _);
        return (CSharpCompilation)generated;
    }
}
