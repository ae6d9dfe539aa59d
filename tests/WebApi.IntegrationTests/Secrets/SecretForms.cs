using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>The forms in which somebody could have stored a secret so that it can be read again.</summary>
internal static class SecretForms
{
    private const string Rfc4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Crockford = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int MinLength = 8;
    private const int MinEncodedLength = 16;

    /// <summary>
    /// The secret itself, without hyphens, and escaped as in addresses and in JSON; in hexadecimal and in base64, wherever in a longer text it begins; and the
    /// same of the bytes that its text stands for.
    /// </summary>
    public static IReadOnlyList<string> Of(string secret) => [.. All(secret).Where(form => form.Length >= MinLength).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> All(string secret)
    {
        var bare = secret.Replace("-", "", StringComparison.Ordinal);
        foreach (var text in new[] { secret, bare, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), JavaScriptEncoder.Default.Encode(secret) })
        {
            yield return text;
            yield return text.ToUpperInvariant();
            yield return text.ToLowerInvariant();
        }

        byte[]?[] contents =
        [
            Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(bare), FromBase64Url(secret), FromBase32(secret, Rfc4648), FromBase32(bare, Crockford),
        ];
        foreach (var bytes in contents.OfType<byte[]>())
        {
            yield return Convert.ToHexStringLower(bytes);
            yield return Convert.ToHexString(bytes);
            for (var before = 0; before < 3; before++)
            {
                var base64 = Base64(bytes, before);
                yield return base64;
                yield return base64.Replace('+', '-').Replace('/', '_');
            }
        }
    }

    // The characters that stay the same whatever stands before (so many bytes, modulo three) and after it.
    private static string Base64(byte[] bytes, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
        return text[((before * 8 + 5) / 6)..((before + bytes.Length) * 8 / 6)];
    }

    // What follows the prefix of a token or a key.
    private static byte[]? FromBase64Url(string secret)
    {
        var prefix = Array.Find(["rt_", "tok_", "sk_live_", "sk_test_"], prefix => secret.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        var rest = secret.AsSpan(prefix.Length);
        return rest.Length >= MinEncodedLength && Base64Url.IsValid(rest) ? Base64Url.DecodeFromChars(rest) : null;
    }

    private static byte[]? FromBase32(string secret, string alphabet)
    {
        if (secret.Length < MinEncodedLength || secret.Any(c => !alphabet.Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        var bits = string.Concat(secret.Select(c => Convert.ToString(alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
