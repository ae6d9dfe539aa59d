using System.Text.RegularExpressions;

namespace CleanApi.Domain.Common;

/// <summary>
/// What mail programs make links of. Names must not have it: they stand in mails to people who know nothing of whoever chose the name. Without a scheme, it is
/// what ends like a host: with a country's code or one of the generic endings in general use. <c>Node.js</c>, <c>St. Mary</c>, <c>M.Sc.</c> and
/// <c>Acme GmbH &amp; Co.KG</c> are none.
/// </summary>
public static partial class LinkText
{
    // Of IANA's list: the codes of countries but for kg, which ends the names of German companies, and generic ones.
    private const string Endings =
        "a[cdefgilmoqrstuwxz]|b[abdefghijmnorstwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]|g[adefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]"
        + "|k[ehimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnorstuvxyz]|t[cdfghjklmnortvwz]"
        + "|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]"
        + "|com|net|org|info|biz|edu|gov|mil|int|name|pro|mobi|app|dev|page|cloud|online|site|website|web|space|store|shop|tech|xyz|top|club|live|link|click|email|mail"
        + "|bank|pay|support|help|services|group|company|agency|digital|world|today|news|blog|art|design|media|network|systems|software|solutions|vip|win|work|zone|zip";

    /// <summary>Whether a text has it.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => Links().IsMatch(text);

    /// <summary>The text with a space in its place: what stood around it must not become the same again.</summary>
    public static string Without(string text) => Links().Replace(text, " ");

    // A host of one letter is known as one only by what follows it.
    [GeneratedRegex(
        @"://|www\.|@|(?<=[\p{L}\p{N}-][\p{L}\p{N}])\.(?=(" + Endings + @")(?![\p{L}\p{N}-]))|(?<=[\p{L}\p{N}])\.(?=(" + Endings + ")/)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
