using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>An authenticator app, implemented from RFC 6238 independently of the product.</summary>
/// <param name="Secret">The secret in base32.</param>
/// <param name="Clock">The time.</param>
public sealed record AuthenticatorApp(string Secret, TimeProvider Clock)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Returns the current code, or the one of an earlier time step.</summary>
    public string Code(int steps = 0)
    {
        var counter = BitConverter.GetBytes(IPAddress.HostToNetworkOrder((Clock.GetUtcNow().ToUnixTimeSeconds() / 30) + steps));

        // The algorithm of authenticator apps.
#pragma warning disable CA5350
        using var hmac = new HMACSHA1(Key());
#pragma warning restore CA5350
        var mac = hmac.ComputeHash(counter);
        var at = mac[19] & 15;
        var number = ((mac[at] & 127) << 24) | (mac[at + 1] << 16) | (mac[at + 2] << 8) | mac[at + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>Returns six digits that are no code of the current or an adjacent time step.</summary>
    public string WrongCode() => Enumerable.Range(100_000, 10).Select(number => number.ToString(CultureInfo.InvariantCulture))
        .First(code => code != Code(-1) && code != Code() && code != Code(1));

    private byte[] Key()
    {
        var bits = string.Concat(Secret.Select(c => Convert.ToString(Alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
