using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Access;

/// <summary>Generates one-time tokens, and hashes and encrypts what is stored of them.</summary>
internal sealed class OneTimeTokenSecrets(RootKey key, ISecretProtector protector)
{
    private const string Prefix = "tok_";
    private const string Purpose = "one-time-tokens";
    private const string SubjectPurpose = "one-time-token-subjects/v1";
    private const int SecretBytes = 32;
    private const int Length = 4 + 43;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>A new, random token.</summary>
    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>SHA-256: 256 random bits need no slow hash.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    /// <summary>Whether a text has the format of a token.</summary>
    public static bool IsWellFormed([NotNullWhen(true)] string? token) =>
        token is { Length: Length } && token.StartsWith(Prefix, StringComparison.Ordinal) && token.AsSpan(Prefix.Length).IndexOfAnyExcept(Alphabet) < 0;

    /// <summary>HMAC of a subject: a plain hash of an e-mail address could be found by guessing.</summary>
    public byte[] Subject(string subject) => HMACSHA256.HashData(key.Derive(SubjectPurpose), Encoding.UTF8.GetBytes(subject));

    /// <summary>Encrypts a payload, bound to the hash of its token.</summary>
    public byte[] Protect(byte[] hash, string payload) => protector.Protect(Purpose, Convert.ToHexString(hash), Encoding.UTF8.GetBytes(payload));

    /// <summary>Decrypts a payload; null when it cannot be decrypted.</summary>
    public string? Unprotect(byte[] hash, byte[] payload) =>
        protector.Unprotect(Purpose, Convert.ToHexString(hash), payload) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
