using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>What happens to an endpoint that does not take what it is sent. The caller runs as the system in the endpoint's organization.</summary>
public interface IFailingWebhooks
{
    /// <summary>Disables it, and mails the administrators of its organization; does nothing when it is disabled or deleted already.</summary>
    /// <returns>Whether it was enabled until now.</returns>
    Task<bool> DisableAsync(WebhookEndpointId id, WebhookDisabledReason reason, CancellationToken cancellationToken);
}
