using System.Text.RegularExpressions;

namespace Mapster.Utils;

/// <summary>Names taken apart into words and put together again.</summary>
internal static partial class NameHelper
{
    internal static string Identity(string name) => name;

    internal static string PascalCase(string name) => string.Concat(Words(name).Select(Capitalized));

    internal static string CamelCase(string name) => string.Concat(Words(name).Select((word, i) => i == 0 ? word.ToLowerInvariant() : Capitalized(word)));

    internal static string LowerCase(string name) => name.ToLowerInvariant();

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(match => match.Value);

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();

    // The capitals of an abbreviation (its last one begins the next word), or one capital at most and what is not a capital after it.
    [GeneratedRegex(@"\p{Lu}+(?=\p{Lu}[^\p{Lu}_])|\p{Lu}+(?![^\p{Lu}_])|\p{Lu}?[^\p{Lu}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
