using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Support;

/// <summary>A C# source: where it lies, its syntax, and what its names mean.</summary>
internal sealed class SourceFile
{
    /// <summary>How sources are parsed.</summary>
    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private readonly Lazy<SemanticModel> model;

    private SourceFile(string path, SyntaxTree tree, Func<CSharpCompilation> compilation)
    {
        Path = path;
        Root = tree.GetCompilationUnitRoot();
        model = new Lazy<SemanticModel>(() => compilation().GetSemanticModel(tree));
    }

    /// <summary>The path from the repository's root, with slashes.</summary>
    public string Path { get; }

    /// <summary>The syntax.</summary>
    public CompilationUnitSyntax Root { get; }

    /// <summary>The meaning. Only sources below <c>src</c> and samples have one.</summary>
    public SemanticModel Model => model.Value;

    /// <summary>The namespace; empty where the file has none.</summary>
    public string Namespace => Root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";

    /// <summary>The types that it declares at its top level, in order.</summary>
    public IEnumerable<MemberDeclarationSyntax> Types =>
        Root.Members.SelectMany(member => member is BaseNamespaceDeclarationSyntax space ? space.Members : Enumerable.Repeat(member, 1))
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>A file of the repository.</summary>
    public static SourceFile Read(string path) => new(path, Parse(path, Repository.Read(path)), () => Layer.Containing(path).Compilation);

    /// <summary>A source that is not in the repository and may use all that is.</summary>
    public static SourceFile Sample(string text, string path = "src/Sample.cs") => Samples((path, text))[0];

    /// <summary>Sources that are compiled together.</summary>
    public static IReadOnlyList<SourceFile> Samples(params (string Path, string Text)[] files)
    {
        var trees = files.Select(file => Parse(file.Path, file.Text)).ToList();
        var compilation = new Lazy<CSharpCompilation>(() => Layer.Compile(trees));
        return [.. trees.Select(tree => new SourceFile(tree.FilePath, tree, () => compilation.Value))];
    }

    /// <summary>Its nodes of one kind.</summary>
    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    /// <summary>File, line and text of a node.</summary>
    public string Place(SyntaxNode node) => $"{Line(node)} {string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";

    /// <summary>File and line of a node.</summary>
    public string Line(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    internal static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Options, path);
}
