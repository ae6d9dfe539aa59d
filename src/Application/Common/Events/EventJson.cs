using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Application.Common.Json;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Events;

/// <summary>
/// The values of events as JSON: what is stored, and what goes to webhooks, streams and brokers. Ids, enums, addresses and times are written as everywhere on the wire.
/// </summary>
public static class EventJson
{
    /// <summary>How events are written and read. A field that a reader does not know is left out; one that it needs has to be there.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes the values of an event.</summary>
    public static string Write(IDomainEvent domainEvent) => JsonSerializer.Serialize(domainEvent, domainEvent.GetType(), Options);

    /// <summary>Reads the values of an event.</summary>
    /// <exception cref="JsonException">They are not those of this event.</exception>
    public static TEvent Read<TEvent>(string payload)
        where TEvent : IDomainEvent => JsonSerializer.Deserialize<TEvent>(payload, Options) ?? throw new JsonException("An event is an object.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // JSON is no HTML, wherever it goes from here.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
        };
        options.Converters.Add(new UtcTimeConverter());
        options.Converters.Add(new EmailAddressJsonConverter());
        options.Converters.Add(new EnumJsonConverterFactory());
        options.Converters.Add(new TypeIdJsonConverterFactory());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        options.MakeReadOnly();
        return options;
    }
}
