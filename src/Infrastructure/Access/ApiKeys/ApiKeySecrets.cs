using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;
using CleanApi.Domain.Access;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IApiKeySecrets" />
internal sealed class ApiKeySecrets : IApiKeySecrets
{
    private const string LivePrefix = "sk_live_";
    private const string TestPrefix = "sk_test_";
    private const int PrefixLength = 8;
    private const int RandomBytes = 20;
    private const int ChecksumBytes = 4;
    private const int SecretLength = 32;
    private const int LastLength = 4;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <inheritdoc />
    public NewApiKey Create(ApiKeyMode mode)
    {
        var prefix = mode == ApiKeyMode.Test ? TestPrefix : LivePrefix;
        Span<byte> secret = stackalloc byte[RandomBytes + ChecksumBytes];
        RandomNumberGenerator.Fill(secret[..RandomBytes]);
        Checksum(prefix, secret[..RandomBytes], secret[RandomBytes..]);
        var text = prefix + Base64Url.EncodeToString(secret);
        return new NewApiKey(text, Hash(text), text[^LastLength..]);
    }

    /// <summary>The stored hash of a key: SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    /// <summary>Whether a text has the format and the checksum of a key; others are rejected without a database query.</summary>
    public static bool IsWellFormed(string text)
    {
        if (text.Length != PrefixLength + SecretLength || text.AsSpan(PrefixLength).IndexOfAnyExcept(Alphabet) >= 0
            || !(text.StartsWith(LivePrefix, StringComparison.Ordinal) || text.StartsWith(TestPrefix, StringComparison.Ordinal)))
        {
            return false;
        }

        Span<byte> secret = stackalloc byte[RandomBytes + ChecksumBytes];
        Base64Url.DecodeFromChars(text.AsSpan(PrefixLength), secret);
        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        Checksum(text.AsSpan(0, PrefixLength), secret[..RandomBytes], checksum);
        return CryptographicOperations.FixedTimeEquals(checksum, secret[RandomBytes..]);
    }

    // The first four bytes of SHA-256 over the prefix and the random bytes. Unkeyed, so that secret scanners can compute it; not an authenticator.
    private static void Checksum(ReadOnlySpan<char> prefix, ReadOnlySpan<byte> random, Span<byte> checksum)
    {
        Span<byte> input = stackalloc byte[PrefixLength + RandomBytes];
        Encoding.ASCII.GetBytes(prefix, input);
        random.CopyTo(input[PrefixLength..]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, digest);
        digest[..ChecksumBytes].CopyTo(checksum);
    }
}
