using System.Globalization;
using System.Security.Cryptography;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// PBKDF2 with HMAC-SHA-512 (RFC 8018), 210,000 rounds as OWASP recommends; the platform has it everywhere.
/// The text: <c>$pbkdf2-sha512$i=210000$salt$hash</c>, salt and hash in base64.
/// </summary>
internal sealed class Pbkdf2PasswordHasher : IPasswordAlgorithm
{
    /// <summary>Rounds of a new hash.</summary>
    public const int Rounds = 210_000;

    private const string Name = "pbkdf2-sha512";
    private const string RoundsPrefix = "i=";
    private const int MaxRounds = 10_000_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <inheritdoc />
    public bool Recognizes(string hash) => hash.StartsWith($"${Name}$", StringComparison.Ordinal);

    /// <inheritdoc />
    public string Hash(ReadOnlySpan<byte> password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA512, HashBytes);
        return string.Create(CultureInfo.InvariantCulture, $"${Name}${RoundsPrefix}{Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> password, string hash)
    {
        if (!TryRead(hash, out var rounds, out var salt, out var expected))
        {
            return false;
        }

        var actual = Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA512, expected.Length);
        return CryptographicOperations.FixedTimeEquals(actual, expected);
    }

    /// <inheritdoc />
    public bool NeedsRehash(string hash) =>
        !TryRead(hash, out var rounds, out var salt, out var expected) || rounds != Rounds || salt.Length != SaltBytes || expected.Length != HashBytes;

    private static bool TryRead(string text, out int rounds, out byte[] salt, out byte[] hash)
    {
        (rounds, salt, hash) = (0, [], []);
        var parts = text.Split('$');
        if (parts.Length != 5 || parts[0].Length != 0 || parts[1] != Name || !parts[2].StartsWith(RoundsPrefix, StringComparison.Ordinal)
            || !int.TryParse(parts[2].AsSpan(RoundsPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out rounds) || rounds is < 1 or > MaxRounds)
        {
            return false;
        }

        Span<byte> buffer = stackalloc byte[64];
        if (parts[3].Length > 64 || !Convert.TryFromBase64String(parts[3], buffer, out var saltLength))
        {
            return false;
        }

        salt = buffer[..saltLength].ToArray();
        if (parts[4].Length > 64 || !Convert.TryFromBase64String(parts[4], buffer, out var hashLength))
        {
            return false;
        }

        hash = buffer[..hashLength].ToArray();
        return salt.Length > 0 && hash.Length >= SaltBytes;
    }
}
