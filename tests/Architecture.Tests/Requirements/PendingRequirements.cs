using System.Globalization;
using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Requirements;

/// <summary>The rows that are not due yet, each with what it waits for.</summary>
internal static partial class PendingRequirements
{
    /// <summary>The file.</summary>
    public const string Path = "docs/requirements-pending.txt";

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="FormatException">A line is not a number and a reason, or a row is named twice.</exception>
    public static IReadOnlyDictionary<int, string> Read(string text)
    {
        var rows = new Dictionary<int, string>();
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            if (Line().Match(line) is not { Success: true } match || !rows.TryAdd(Row(match), match.Groups["why"].Value))
            {
                throw new FormatException($"{Path}: “{line}” is not the number of a row and what it waits for, or names a row again.");
            }
        }

        return rows;
    }

    /// <summary>The file's text without some rows.</summary>
    public static string Without(string text, IReadOnlySet<int> rows) =>
        string.Join('\n', text.Split('\n').Where(line => Line().Match(line) is not { Success: true } match || !rows.Contains(Row(match))));

    /// <summary>The file of the repository.</summary>
    public static IReadOnlyDictionary<int, string> Read() => Read(Repository.Read(Path));

    private static int Row(Match match) => int.Parse(match.Groups["row"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^R(?<row>\d+) (?<why>\S.{3,})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
