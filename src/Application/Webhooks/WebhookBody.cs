using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Common;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>
/// The body of a webhook (Standard Webhooks 1.0, "Payload structure"), with what finds and orders the event: its id in the event log, what it is about, and the version
/// of that by it.
/// </summary>
internal static class WebhookBody
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary><c>{"id":…,"type":…,"timestamp":…,"subject":{"type":…,"id":…},"version":…,"data":…}</c>.</summary>
    /// <param name="about">The event; the timestamp is when it happened, whenever it is sent.</param>
    /// <param name="data">What it says, JSON.</param>
    public static WebhookPayload Of(EventContext about, string data) =>
        Write(TypeId.Format(about.Id), about.Name, about.OccurredAt, (about.SubjectType, about.Subject, about.Version), data);

    /// <summary>The same of what is no event of the log; its id is null.</summary>
    /// <param name="type">What it is called.</param>
    /// <param name="endpoint">What it is about.</param>
    /// <param name="now">When it happens.</param>
    public static WebhookPayload OfTest(string type, WebhookEndpoint endpoint, DateTimeOffset now)
    {
        var data = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["webhookEndpointId"] = endpoint.PublicId });
        return Write(null, type, now, ("webhook_endpoint", endpoint.PublicId, endpoint.Version), data);
    }

    private static WebhookPayload Write(string? id, string type, DateTimeOffset time, (string Type, string Id, long Version) subject, string data)
    {
        var buffer = new ArrayBufferWriter<byte>(data.Length + 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("type", type);
            json.WriteString("timestamp", time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WriteStartObject("subject");
            json.WriteString("type", subject.Type);
            json.WriteString("id", subject.Id);
            json.WriteEndObject();
            json.WriteNumber("version", subject.Version);
            json.WritePropertyName("data");
            json.WriteRawValue(data);
            json.WriteEndObject();
        }

        return new WebhookPayload(type, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
