using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanApi.WebApi.Json;

/// <summary>Writes times as ISO 8601 in UTC with milliseconds, <c>2026-01-31T12:00:00.000Z</c>; reads any offset, but requires one.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    private const int Length = 24;
    private const int MaxLength = 40;

    /// <summary>Parses an RFC 3339 time (section 5.6), which always has an offset.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is < 20 or > MaxLength || text[10] != 'T' || !HasOffset(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out time))
        {
            return false;
        }

        return true;
    }

    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var time) ? time : throw new JsonException(Scalars.TimeMessage);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        // The round-trip format is the fastest; its last four digits are below a millisecond and cut off.
        Span<byte> text = stackalloc byte[MaxLength];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[Length - 1] = (byte)'Z';
        writer.WriteStringValue(text[..Length]);
    }

    private static bool HasOffset(string text) => text[^1] == 'Z' || (text[^3] == ':' && text[^6] is '+' or '-');
}
