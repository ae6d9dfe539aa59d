using System.Globalization;
using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Requirements;

/// <summary>The page of requirements: a table a section, whose last column is generated.</summary>
internal static partial class RequirementPage
{
    /// <summary>The file.</summary>
    public const string Path = "docs/requirements.md";

    /// <summary>The numbers of all rows, in the page's order.</summary>
    public static IReadOnlyList<int> Rows(string page) => [.. Row().Matches(page).Select(Number)];

    /// <summary>The page with its last column made anew.</summary>
    public static string Generate(string page, IReadOnlyList<RequirementTrait> traits, IReadOnlyDictionary<int, string> pending)
    {
        var held = traits.ToLookup(trait => trait.Row);
        return Row().Replace(page, row => $"{row.Groups["kept"].Value}| {Cell(held[Number(row)], pending.GetValueOrDefault(Number(row)))} |".Replace("|  |", "| |", StringComparison.Ordinal));
    }

    /// <summary>The page of the repository.</summary>
    public static string Read() => Repository.Read(Path);

    private static int Number(Match row) => int.Parse(row.Groups["row"].Value, CultureInfo.InvariantCulture);

    private static string Cell(IEnumerable<RequirementTrait> traits, string? waitsFor)
    {
        var projects = traits.GroupBy(trait => trait.Project).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{string.Join(", ", group.Select(trait => $"`{trait.Test}`").Distinct().Order(StringComparer.Ordinal))} ({group.Key})");
        var cell = string.Join("; ", projects);
        return cell.Length > 0 ? cell : waitsFor is null ? "" : $"not due: {waitsFor}";
    }

    [GeneratedRegex(@"^(?<kept>\| R(?<row>\d+) \| .*? )\|[^|\n]*\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
