using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CleanApi.Domain.Access;

/// <summary>Time-based one-time passwords as authenticator apps compute them (RFC 6238): SHA-1, 30 seconds, 6 digits.</summary>
public static class Totp
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>Seconds of a time step.</summary>
    public const int PeriodSeconds = 30;

    /// <summary>Bytes of a secret, as long as the hash (RFC 4226, section 4, R6).</summary>
    public const int SecretBytes = 20;

    private const int Modulus = 1_000_000;

    // Allows for clock drift and slow typing (RFC 6238, section 5.2).
    private const int StepsAround = 1;

    /// <summary>The time step of a time.</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / PeriodSeconds;

    /// <summary>The code of a time step (RFC 4226, section 5.3).</summary>
    public static string CodeAt(byte[] secret, long timeStep)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, timeStep);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];

        // Collisions of SHA-1 do not weaken HMAC, and it is the only algorithm that all apps support.
#pragma warning disable CA5350
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the time step of a code: the current, the previous or the next one; null when it matches none.</summary>
    public static long? Match(byte[] secret, string code, DateTimeOffset now)
    {
        var given = Encoding.UTF8.GetBytes(code);
        var present = StepAt(now);
        long? found = null;

        // Compares with every step, so that the duration does not depend on which one matches.
        for (var step = present - StepsAround; step <= present + StepsAround; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(CodeAt(secret, step))))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>Parses the digits of a code; spaces are ignored.</summary>
    public static bool TryParse(string text, out string code)
    {
        code = text.Replace(" ", "", StringComparison.Ordinal);
        return code.Length == Digits && code.All(char.IsAsciiDigit);
    }
}
