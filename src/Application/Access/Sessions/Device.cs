using System.Text.RegularExpressions;

namespace CleanApi.Application.Access;

/// <summary>
/// What a User-Agent says in words for people: <c>Firefox on Linux</c>. A help to recognize one's own devices, and no more: the header says what its sender
/// likes, and browsers pretend to be each other.
/// </summary>
internal static partial class Device
{
    // The first that fits: most browsers name those that they descend from as well.
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

    /// <summary>The program and its system, as far as they can be told; null when nothing can.</summary>
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

    // RFC 9110, section 10.1.5: a program that is no browser says its name first.
    [GeneratedRegex(@"^(?<name>[A-Za-z][\w.+-]{0,49})(/|\s|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Product();
}
