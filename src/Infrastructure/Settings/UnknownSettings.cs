using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Settings;

/// <summary>Refuses what nobody reads: a misspelt setting would leave its default in force, unnoticed.</summary>
public static class UnknownSettings
{
    // As many letters may be wrong in what is offered instead.
    private const int MostTypos = 3;
    private const string OwnConnectionStrings = "ConnectionStrings:CleanApi";

    /// <summary>Checks the sections that are ours.</summary>
    /// <exception cref="StartException">Names each of the settings and the one that is nearest to it.</exception>
    public static void Check(IConfiguration configuration)
    {
        var unknown = configuration.AsEnumerable().Where(setting => !string.IsNullOrEmpty(setting.Value) && IsOurs(setting.Key) && !IsKnown(setting.Key))
            .Select(setting => Refusal(setting.Key)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new StartException($"{string.Join(" ", unknown)} docs/guides/operate.md lists all settings.");
        }
    }

    private static string Refusal(string key) =>
        $"{SettingName.Shown(key)} is not a setting. {(Nearest(key) is { } name ? $"{SettingName.Shown(name)} is the nearest that there is." : "Remove it.")}";

    private static bool IsOurs(string key) => key.StartsWith(OwnConnectionStrings, StringComparison.OrdinalIgnoreCase)
        || SettingName.Sections.Any(section => key.StartsWith($"{section}{ConfigurationPath.KeyDelimiter}", StringComparison.OrdinalIgnoreCase));

    private static bool IsKnown(string key)
    {
        var isFile = SettingName.IsFile(key, out var name);
        return SettingName.All.Any(setting => setting.Matches(name) && (setting.IsSecret || !isFile));
    }

    private static string? Nearest(string key) => SettingName.All.Select(setting => setting.With(key))
        .Select(name => (Name: name, Typos: Distance(name.ToUpperInvariant(), key.ToUpperInvariant())))
        .Where(candidate => candidate.Typos <= MostTypos).OrderBy(candidate => candidate.Typos).Select(candidate => candidate.Name).FirstOrDefault();

    // Levenshtein's: letters to insert, remove or replace.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
