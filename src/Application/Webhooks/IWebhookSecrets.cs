using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>Makes the secrets of endpoints, and decrypts them for whoever signs. Each is bound to its endpoint.</summary>
public interface IWebhookSecrets
{
    /// <summary>Makes one.</summary>
    NewWebhookSecret Create(WebhookEndpointId id);

    /// <summary>Decrypts one, to the bytes that sign; null when it cannot be.</summary>
    byte[]? Reveal(WebhookEndpointId id, byte[] encrypted);
}
