using System.Text.Json;
using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Web;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;

namespace CleanApi.Infrastructure.Broker;

/// <summary>Events as CloudEvents 1.0 in structured JSON (CloudEvents JSON Format, section 3): one document that means the same wherever it is stored or passed on.</summary>
internal static class CloudEventFormat
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/cloudevents+json; charset=utf-8";

    private static readonly JsonEventFormatter Formatter = new();

    private static readonly CloudEventAttribute Organization = CloudEventAttribute.CreateExtension("organization", CloudEventAttributeType.String);

    // The place of an event among those about its subject: what a consumer orders by.
    private static readonly CloudEventAttribute Version = CloudEventAttribute.CreateExtension("subjectversion", CloudEventAttributeType.String);

    /// <summary>Writes an event.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="site">The address of this installation, which is the source of all its events.</param>
    public static ReadOnlyMemory<byte> Write(StoredEvent stored, SiteAddress site)
    {
        var context = stored.Context;
        var cloudEvent = new CloudEvent([Organization, Version])
        {
            Id = context.Id.ToString(),
            Source = new Uri(site.Value),
            Type = context.Name,
            Subject = context.Subject,
            Time = context.OccurredAt,
            DataContentType = "application/json",
            Data = JsonElement.Parse(stored.Payload),
        };
        cloudEvent[Organization] = context.OrganizationId?.ToString();
        cloudEvent[Version] = System.FormattableString.Invariant($"{context.Version}.{context.Ordinal}");
        return Formatter.EncodeStructuredModeMessage(cloudEvent, out _);
    }
}
