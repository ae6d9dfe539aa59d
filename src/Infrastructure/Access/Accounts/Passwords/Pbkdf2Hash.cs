using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Verifies PBKDF2-HMAC-SHA-512 hashes (RFC 8018) that earlier versions created on machines without libsodium: <c>$pbkdf2-sha512$i=210000$salt$hash</c>, salt
/// (16 bytes) and hash (32 bytes) in base64. New hashes never use it.
/// </summary>
internal static partial class Pbkdf2Hash
{
    /// <summary>Whether a hash is in this format.</summary>
    public static bool Recognizes(string hash) => Format.IsMatch(hash);

    /// <summary>Whether the password matches a hash in this format.</summary>
    public static bool Verify(ReadOnlySpan<byte> password, string hash)
    {
        if (Format.Match(hash) is not { Success: true } parts)
        {
            return false;
        }

        var expected = Convert.FromBase64String(parts.Groups["hash"].Value);
        var rounds = int.Parse(parts.Groups["rounds"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var actual = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(parts.Groups["salt"].Value), rounds, HashAlgorithmName.SHA512, expected.Length);
        return CryptographicOperations.FixedTimeEquals(actual, expected);
    }

    [GeneratedRegex(
        @"^\$pbkdf2-sha512\$i=(?<rounds>[1-9][0-9]{0,6})\$(?<salt>[A-Za-z0-9+/]{22}==)\$(?<hash>[A-Za-z0-9+/]{43}=)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Format { get; }
}
