using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The summaries of classes, from the documentation file that the compiler writes beside the assembly.</summary>
internal static partial class ClassSummaries
{
    private static readonly ConcurrentDictionary<Assembly, FrozenDictionary<string, string>> ByName = new();

    /// <summary>The summary of a class, in one line.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static string Of(Type type) => ByName.GetOrAdd(type.Assembly, Load).GetValueOrDefault(type.FullName!)
        ?? throw new InvalidOperationException($"{type.Name} has no summary; clients are told what it is by it.");

    private static FrozenDictionary<string, string> Load(Assembly assembly) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml")).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal) && member.Element("summary") is not null)
            .ToFrozenDictionary(
                member => member.Attribute("name")!.Value[2..],
                member => Spaces().Replace(member.Element("summary")!.Value.Trim(), " "),
                StringComparer.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
