using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CleanApi.Domain.Errors;
using NSec.Cryptography;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Argon2id (RFC 9106): 46 MiB, one pass, one lane, the first of OWASP's recommended settings, in the PHC string format. Also verifies PBKDF2 hashes of earlier
/// versions.
/// </summary>
/// <param name="memoryKiB">How much memory a hash takes; less only in tests that are not about it.</param>
internal sealed partial class PasswordAlgorithm(int memoryKiB = PasswordAlgorithm.RecommendedKiB) : IPasswordAlgorithm
{
    private const int RecommendedKiB = 46 * 1024;
    private const int Passes = 1;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <inheritdoc />
    public bool Recognizes(string hash) => Argon2idFormat.IsMatch(hash) || Pbkdf2Hash.Recognizes(hash);

    /// <inheritdoc />
    public string Hash(ReadOnlySpan<byte> password)
    {
        Span<byte> salt = stackalloc byte[SaltBytes];
        RandomNumberGenerator.Fill(salt);
        var hash = Derive(password, salt, memoryKiB, Passes);
        return string.Create(CultureInfo.InvariantCulture, $"$argon2id$v=19$m={memoryKiB},t={Passes},p=1${Encode(salt)}${Encode(hash)}");
    }

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> password, string hash)
    {
        if (Argon2idFormat.Match(hash) is not { Success: true } parts)
        {
            return Pbkdf2Hash.Verify(password, hash);
        }

        var actual = Derive(password, Decode(parts.Groups["salt"]), Number(parts.Groups["memory"]), Number(parts.Groups["passes"]));
        return CryptographicOperations.FixedTimeEquals(actual, Decode(parts.Groups["hash"]));
    }

    /// <inheritdoc />
    public bool NeedsRehash(string hash) =>
        Argon2idFormat.Match(hash) is not { Success: true } parts || Number(parts.Groups["memory"]) != memoryKiB || Number(parts.Groups["passes"]) != Passes;

    // Bounds the cost that a stored hash can cause: about 1 GiB and 99 passes.
    [GeneratedRegex(
        @"^\$argon2id\$v=19\$m=(?<memory>[1-9][0-9]{1,5}),t=(?<passes>[1-9][0-9]?),p=1\$(?<salt>[A-Za-z0-9+/]{22})\$(?<hash>[A-Za-z0-9+/]{43})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Argon2idFormat { get; }

    private static byte[] Derive(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int memory, int passes)
    {
        var parameters = new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = memory, NumberOfPasses = passes };
        try
        {
            return PasswordBasedKeyDerivationAlgorithm.Argon2id(parameters).DeriveBytes(password, salt, HashBytes);
        }
        catch (CryptographicException exception)
        {
            // Fails only when the memory cannot be allocated.
            throw new ServiceUnavailableError(TimeSpan.FromSeconds(1), inner: exception);
        }
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // PHC strings use base64 without padding.
    private static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] Decode(Group group) => Convert.FromBase64String(group.Value.PadRight((group.Length + 3) / 4 * 4, '='));
}
