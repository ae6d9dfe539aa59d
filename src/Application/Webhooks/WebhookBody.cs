using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>The body of a webhook (Standard Webhooks 1.0, "Payload structure").</summary>
internal static class WebhookBody
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary><c>{"type":…,"timestamp":…,"data":…}</c>.</summary>
    /// <param name="type">The event's name.</param>
    /// <param name="occurredAt">When it happened, whenever it is sent.</param>
    /// <param name="data">The event, JSON.</param>
    public static WebhookPayload Of(string type, DateTimeOffset occurredAt, string data)
    {
        var buffer = new ArrayBufferWriter<byte>(data.Length + 128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("timestamp", occurredAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WritePropertyName("data");
            json.WriteRawValue(data);
            json.WriteEndObject();
        }

        return new WebhookPayload(type, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
