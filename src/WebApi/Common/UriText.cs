using System.Buffers;
using System.Text;

namespace CleanApi.WebApi.Common;

/// <summary>What a client wrote, as part of a URI reference that we write.</summary>
internal static class UriText
{
    // RFC 3986, sections 3.3 and 3.4: pchar without the percent sign, "/" and "?".
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?");

    /// <summary>
    /// Percent-encodes what a query must not hold: as it came, it could end the <c>&lt;…&gt;</c> of a Link header and begin a link of its own. What is encoded
    /// already stays so, and the meaning of the query is the same.
    /// </summary>
    public static string Query(string query)
    {
        if (!query.AsSpan().ContainsAnyExcept(Allowed))
        {
            return query;
        }

        var text = new StringBuilder(query.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        for (var at = 0; at < query.Length;)
        {
            var character = query[at];
            if (Allowed.Contains(character) || (character == '%' && at + 2 < query.Length && char.IsAsciiHexDigit(query[at + 1]) && char.IsAsciiHexDigit(query[at + 2])))
            {
                text.Append(character);
                at++;
                continue;
            }

            // Half a surrogate pair is read as U+FFFD.
            Rune.DecodeFromUtf16(query.AsSpan(at), out var rune, out var length);
            foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
            {
                text.Append('%').Append(octet.ToString("X2", null));
            }

            at += length;
        }

        return text.ToString();
    }
}
