using System.Collections.Frozen;
using System.Xml.Linq;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The summaries of classes, from the documentation file that the compiler writes beside the assembly.</summary>
internal static class ClassSummaries
{
    private static readonly FrozenDictionary<string, string> ByName =
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{typeof(ClassSummaries).Assembly.GetName().Name}.xml")).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal) && member.Element("summary") is not null)
            .ToFrozenDictionary(member => member.Attribute("name")!.Value[2..], member => member.Element("summary")!.Value.Trim(), StringComparer.Ordinal);

    /// <summary>The summary of a class.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static string Of(Type type) => ByName.GetValueOrDefault(type.FullName!)
        ?? throw new InvalidOperationException($"{type.Name} has no summary; the document describes its tag by it.");
}
