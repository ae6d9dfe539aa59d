using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CleanApi.WebApi.Logging;

/// <summary>Sanitizes external text for logs: masks secrets and e-mail addresses, and removes characters that forge or reorder lines (CWE-117).</summary>
public static partial class Redactor
{
    /// <summary>Replaces a secret.</summary>
    public const string Mask = "***";

    /// <summary>The longest text of an entry, in bytes: with level, time and category it is a line of at most 2 KB.</summary>
    public const int MaxLine = 1850;

    private const int MaxValue = 1000;
    private const int MaxUrl = 800;

    // What is cut off is not searched, but for the rest of a secret that begins before the end.
    private const int Beyond = 4096;
    private const int TimeoutMilliseconds = 1000;
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // Prefilter: everything that must be masked contains one of these.
    private static readonly SearchValues<string> Suspects =
        SearchValues.Create(["@", "eyJ", "sk_", "rt_", "tok_", "whsec_", "whsk_", "bearer", "basic"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] SecretParts =
        ["token", "secret", "password", "passwd", "apikey", "signature", "credential", "authorization", "cookie", "assertion", "session"];

    // A cursor contains the sort value of the last row, which can be an e-mail address; whoever searches looks for somebody's name.
    private static readonly string[] SecretNames =
        ["code", "key", "sig", "state", "nonce", "ticket", "otp", "cursor", "codeverifier", "hash", "pwd", "pass", "jwt", "search"];

    /// <summary>Returns the text redacted, on one line and cut.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="maxBytes">The most bytes of it in UTF-8; an ellipsis follows a text that was cut.</param>
    public static string Text(string? text, int maxBytes = MaxValue)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var start = text.Length > maxBytes + Beyond ? text[..(maxBytes + Beyond)] : text;
        var line = start.AsSpan().ContainsAnyExceptInRange(' ', '~') ? OneLine(start) : start;
        return Cut(line.AsSpan().ContainsAny(Suspects) ? Masked(line) : line, maxBytes);
    }

    /// <summary>Returns a path and its query, with secret parameters masked.</summary>
    public static string Url(PathString path, QueryString query)
    {
        var redactedPath = Text(WithoutParameters(path.Value ?? ""), MaxUrl);
        if (!query.HasValue || query.Value.Length < 2)
        {
            return redactedPath;
        }

        var text = new StringBuilder(redactedPath);
        var separator = '?';
        var rest = query.Value.AsSpan(1);
        while (true)
        {
            // Older programs and forms write ; for & (HTML 4.01, appendix B.2.2).
            var end = rest.IndexOfAny('&', ';');
            AppendParameter(text, separator, end < 0 ? rest : rest[..end]);
            if (end < 0)
            {
                return Cut(text.ToString(), MaxUrl);
            }

            separator = rest[end];
            rest = rest[(end + 1)..];
        }
    }

    /// <summary>Whether the value of a parameter, header or field with this name is masked in logs.</summary>
    public static bool IsSecret(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return Array.IndexOf(SecretNames, plain) >= 0 || SecretParts.Any(part => plain.Contains(part, StringComparison.Ordinal));
    }

    // A segment's parameters: /users;token=… (RFC 3986, section 3.3). The path is decoded.
    private static string WithoutParameters(string path) => path.Contains(';', StringComparison.Ordinal)
        ? PathParameters().Replace(path, static match => IsSecret(match.Groups["name"].Value) ? $"{match.Groups["start"].Value}{Mask}" : match.Value)
        : path;

    private static void AppendParameter(StringBuilder text, char separator, ReadOnlySpan<char> parameter)
    {
        if (parameter.IsEmpty)
        {
            return;
        }

        var equals = parameter.IndexOf('=');
        var written = equals < 0 ? parameter : parameter[..equals];
        var name = Decoded(written);
        text.Append(separator).Append(Redacted(name, written));
        if (equals >= 0 && equals < parameter.Length - 1)
        {
            var value = parameter[(equals + 1)..];
            text.Append('=').Append(IsSecret(name) ? Mask : Redacted(Decoded(value), value));
        }
    }

    private static string Decoded(ReadOnlySpan<char> text) => Uri.UnescapeDataString(text.ToString().Replace('+', ' '));

    // Decoded first, so that percent-encoding cannot bypass the mask.
    private static string Redacted(string decoded, ReadOnlySpan<char> encoded)
    {
        var redacted = Text(decoded);
        return string.Equals(redacted, decoded, StringComparison.Ordinal) ? Text(encoded.ToString()) : redacted;
    }

    private static string Cut(string text, int maxBytes)
    {
        // A character has at most three bytes for each of its UTF-16 units.
        if (text.Length * 3 <= maxBytes || Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        var (bytes, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return string.Concat(text.AsSpan(0, length), "…");
    }

    private static string OneLine(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Format characters include the bidirectional control characters.
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    private static string Masked(string text)
    {
        text = Credentials().Replace(text, static match => $"{match.Groups["scheme"].Value}{Mask}");
        text = Keys().Replace(text, static match => $"{match.Groups["prefix"].Value}{Mask}");
        text = WebTokens().Replace(text, Mask);
        return Addresses().Replace(text, static match => $"{match.Value[0]}{Mask}{match.Groups["domain"].Value}");
    }

    [GeneratedRegex("(?<start>;(?<name>[^;/=]*)=)[^;/]*", Options, TimeoutMilliseconds)]
    private static partial Regex PathParameters();

    [GeneratedRegex(@"(?<scheme>\b(?:bearer|basic)\s+)[^\s,;""']+", Options | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex Credentials();

    [GeneratedRegex(@"(?<prefix>\b(?:sk_(?:live|test)_|rt_|tok_|whsec_|whsk_))[A-Za-z0-9_+/=-]{4,}", Options | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex Keys();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?", Options, TimeoutMilliseconds)]
    private static partial Regex WebTokens();

    [GeneratedRegex(@"[^\s@/?&=<>""',;:]{1,64}(?<domain>@[\p{L}\p{N}.-]{1,255})", Options, TimeoutMilliseconds)]
    private static partial Regex Addresses();
}
