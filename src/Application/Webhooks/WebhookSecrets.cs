using System.Security.Cryptography;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <inheritdoc cref="IWebhookSecrets" />
[Service]
internal sealed class WebhookSecrets(ISecretProtector protector) : IWebhookSecrets
{
    // Standard Webhooks 1.0, "Symmetric signatures": 24 to 64 random bytes, this prefix, base64.
    private const string Prefix = "whsec_";
    private const int Bytes = 32;
    private const string Purpose = "webhooks";

    /// <inheritdoc />
    public NewWebhookSecret Create(WebhookEndpointId id)
    {
        var secret = RandomNumberGenerator.GetBytes(Bytes);
        return new NewWebhookSecret(Prefix + Convert.ToBase64String(secret), protector.Protect(Purpose, id.ToString(), secret));
    }

    /// <inheritdoc />
    public byte[]? Reveal(WebhookEndpointId id, byte[] encrypted) => protector.Unprotect(Purpose, id.ToString(), encrypted);
}
