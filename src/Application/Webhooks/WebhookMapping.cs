using CleanApi.Domain.Webhooks;
using Mapster;

namespace CleanApi.Application.Webhooks;

/// <summary>Maps the module's entities to their responses.</summary>
internal sealed class WebhookMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<WebhookEndpoint, WebhookEndpointResponse>().MapToConstructor(true).Ignore(response => response.Secret!);
        config.NewConfig<WebhookDelivery, WebhookDeliveryResponse>().MapToConstructor(true);
    }
}
