using System.Buffers.Text;
using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>The forms in which somebody could have stored a secret so that it can be read again.</summary>
internal static class SecretForms
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The secret itself, in hexadecimal (as PostgreSQL shows bytes), in base64; and the same of the bytes that its text stands for.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        yield return secret;
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(secret), FromBase64Url(secret), FromBase32(secret) }.OfType<byte[]>())
        {
            yield return Convert.ToHexStringLower(bytes);
            yield return Convert.ToBase64String(bytes).TrimEnd('=');
            yield return Base64Url.EncodeToString(bytes);
        }
    }

    // What follows the prefix of a token or a key.
    private static byte[]? FromBase64Url(string secret)
    {
        var prefix = Array.Find(["rt_", "tok_", "sk_live_", "sk_test_"], prefix => secret.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is null ? null : Base64Url.DecodeFromChars(secret.AsSpan(prefix.Length));
    }

    private static byte[]? FromBase32(string secret)
    {
        if (secret.Length < 16 || secret.Any(c => !Base32.Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        var bits = string.Concat(secret.Select(c => Convert.ToString(Base32.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
