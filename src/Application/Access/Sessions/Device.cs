using System.Text.RegularExpressions;

namespace CleanApi.Application.Access;

/// <summary>
/// Describes a User-Agent for display: <c>Firefox on Linux</c>. Only a hint that helps users to recognize their devices: the header can be forged, and
/// browsers imitate each other.
/// </summary>
internal static partial class Device
{
    // The first match counts: most browsers also name the browsers that they derive from.
    private static readonly (string Mark, string Name)[] Programs =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Macintosh", "macOS"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>Returns the program and its operating system, as far as they are known; null when neither is.</summary>
    public static string? Describe(string? userAgent)
    {
        if (userAgent is null)
        {
            return null;
        }

        var program = Find(Programs, userAgent) ?? (Product().Match(userAgent) is { Success: true } match ? match.Groups["name"].Value : null);
        var system = Find(Systems, userAgent);
        return program is null ? system : system is null ? program : $"{program} on {system}";
    }

    private static string? Find((string Mark, string Name)[] names, string userAgent) =>
        Array.Find(names, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;

    // RFC 9110, section 10.1.5: other programs begin with their name.
    [GeneratedRegex(@"^(?<name>[A-Za-z][\w.+-]{0,49})(/|\s|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Product();
}
