using System.Security.Cryptography;
using System.Text;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>Signs what is sent (Standard Webhooks 1.0, "Signature scheme": HMAC-SHA256 over id, timestamp and the raw body, joined by dots).</summary>
internal static class WebhookSignature
{
    private const string Version = "v1,";

    /// <summary>The value of the header <c>webhook-signature</c>: one signature a secret, separated by spaces.</summary>
    /// <param name="secrets">The secrets that sign.</param>
    /// <param name="id">The value of <c>webhook-id</c>.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>: the attempt's time, seconds since 1970.</param>
    /// <param name="body">The body.</param>
    public static string Of(IEnumerable<byte[]> secrets, string id, string timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        return string.Join(' ', secrets.Select(secret => Version + Convert.ToBase64String(HMACSHA256.HashData(secret, signed))));
    }
}
