using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CleanApi.Application.Activities;

/// <summary>Time zones by their names in the IANA database, as the machine has them.</summary>
internal static partial class TimeZoneNames
{
    /// <summary>Coordinated universal time.</summary>
    public const string Utc = "UTC";

    /// <summary>Characters of a name at most; the longest has 32.</summary>
    public const int MaxLength = 64;

    /// <summary>The form of a name.</summary>
    public const string Form = "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$";

    // Files beside the zones: the machine's own time, and copies of all zones with and without leap seconds.
    private static readonly string[] Others = ["localtime", "posixrules", "posix", "right", "Factory"];

    /// <summary>Finds one. Names are compared as they are written, and those of Windows are none.</summary>
    public static bool TryFind(string? name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name is { Length: <= MaxLength } && Pattern().IsMatch(name)
            && !Others.Contains(name.Split('/')[0], StringComparer.Ordinal)
            && (name == Utc || !TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out _))
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone)
            // What was found once is found in any spelling.
            && zone.Id == name;
    }

    [GeneratedRegex(Form, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
