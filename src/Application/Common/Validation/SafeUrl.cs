using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;

namespace CleanApi.Application.Common.Validation;

/// <summary>An address that may be stored and shown: absolute https, a public host name or address, no credentials.</summary>
public static partial class SafeUrl
{
    /// <summary>What is told of a text that is no address.</summary>
    public const string NoUrlMessage = "Must be an absolute URL, written plainly and without credentials";

    /// <summary>Characters at most.</summary>
    public const int MaxLength = 2048;

    private static readonly string[] LocalSuffixes = [".localhost", ".localdomain", ".local", ".internal", ".lan", ".home.arpa"];

    /// <summary>Whether the text is such an address. Names are not resolved: that is done when something connects.</summary>
    public static bool IsSafe(string text)
    {
        if (!TryParse(text, out var url) || !string.Equals(url.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            return false;
        }

        // A name outside ASCII comes as xn--: what else a browser would make of it (full-width digits are digits) cannot be known here.
        // Uri turns octal, hexadecimal and one-number forms of IPv4 into the dotted one, so that they cannot hide here.
        var host = url.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? PublicAddress.IsPublic(address)
            : host.Contains('.', StringComparison.Ordinal) && !LocalSuffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Parses an absolute address without credentials, of whatever scheme and host.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? url)
    {
        url = null;
        return text.Length <= MaxLength && Rfc3986().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out url) && url.UserInfo.Length == 0;
    }

    // Uri also takes backslashes for slashes, and encodes what is not allowed; whoever shows the address may not.
    [GeneratedRegex(
        @"^[A-Za-z]+://([A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2}|\[[0-9A-Fa-f:.]+\])+(/([A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*)?(\?([A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?(\#([A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rfc3986();
}
