using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Modules;

/// <summary>That one module may use another in a layer.</summary>
internal sealed partial record ModuleEdge(string Layer, string From, string To)
{
    /// <summary>The page whose table draws them.</summary>
    public const string Page = "docs/adr/0003-modules-and-their-edges.md";

    /// <summary>The edges that are drawn: a row a module, a column a layer.</summary>
    public static IReadOnlyList<ModuleEdge> Drawn { get; } =
    [
        .. from Match row in Row().Matches(Repository.Read(Page))
           from layer in new[] { "Domain", "Application" }
           from to in Name().Matches(row.Groups[layer].Value)
           select new ModuleEdge(layer, row.Groups["from"].Value, to.Value),
    ];

    /// <summary>The edges that the code has.</summary>
    public static IReadOnlyList<ModuleEdge> Used { get; } =
    [
        .. new[] { "Domain", "Application" }
            .SelectMany(layer => ModuleUse.In($"src/{layer}").Where(use => use.Layer == $"CleanApi.{layer}").Select(use => new ModuleEdge(layer, use.From, use.To)))
            .Distinct(),
    ];

    [GeneratedRegex(@"^\| \*\*(?<from>\w+)\*\* \|(?<Domain>[^|]*)\|(?<Application>[^|]*)\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"[A-Z]\w+")]
    private static partial Regex Name();
}
