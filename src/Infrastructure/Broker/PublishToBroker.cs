using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Organizations;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace CleanApi.Infrastructure.Broker;

/// <summary>Publishes every event, in the order of its subject: the relay hands out one after another.</summary>
[EventHandler("broker.publish")]
[RunsOutsideTransaction("RabbitMQ: a confirm can be lost, and then the message is published again, with the same id.")]
internal sealed class PublishToBroker(RabbitMqSettings settings, RabbitMqPublisher publisher, SiteAddress site) : IEveryEventHandler
{
    /// <inheritdoc />
    public static bool Wants(IServiceProvider services, string name, OrganizationId? organizationId) => services.GetService<RabbitMqSettings>()?.Uri is not null;

    /// <inheritdoc />
    /// <remarks>What was written for a broker that there is no more is done.</remarks>
    public Task HandleAsync(StoredEvent stored, CancellationToken cancellationToken) => settings.Uri is null ? Task.CompletedTask : publisher.PublishAsync(
        stored.Context.Name,
        new BasicProperties
        {
            MessageId = stored.Context.Id.ToString(),
            Type = stored.Context.Name,
            ContentType = CloudEventFormat.MediaType,
            Timestamp = new AmqpTimestamp(stored.Context.OccurredAt.ToUnixTimeSeconds()),
            AppId = "CleanApi",
            Persistent = true,
        },
        CloudEventFormat.Write(stored, site),
        cancellationToken);
}
