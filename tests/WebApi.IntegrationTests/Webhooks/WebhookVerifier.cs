using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>Verifies webhooks after Standard Webhooks 1.0.</summary>
public static class WebhookVerifier
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Whether a request is from who knows the secret, and not an old one that somebody sends again. Headers that are missing or malformed are false.</summary>
    /// <param name="secret">The secret of the endpoint, <c>whsec_…</c>.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>.</param>
    /// <param name="body">The body, byte for byte: verify before you parse.</param>
    /// <param name="now">The current time.</param>
    public static bool Verify(string secret, string? id, string? timestamp, string? signatures, string body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        Span<byte> given = stackalloc byte[expected.Length];
        foreach (var signature in (signatures ?? "").Split(' '))
        {
            if (signature.StartsWith("v1,", StringComparison.Ordinal)
                && Convert.TryFromBase64String(signature[3..], given, out var length)
                && CryptographicOperations.FixedTimeEquals(expected, given[..length]))
            {
                return true;
            }
        }

        return false;
    }
}
