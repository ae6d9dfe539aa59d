using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CleanApi.Application.Common.Json;

/// <summary>Writes times as ISO 8601 in UTC with milliseconds, <c>2026-01-31T12:00:00.000Z</c>; reads any offset, but requires one.</summary>
public sealed partial class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    private const int Length = 24;
    private const int MaxLength = 40;

    // Where the seconds end, and the last fraction of one that .NET knows.
    private const int Seconds = 19;
    private const int MaxFraction = Seconds + 8;

    /// <summary>Parses an RFC 3339 time (section 5.6), which always has an offset. The parser of .NET alone takes many other forms.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length <= MaxLength && Rfc3339().IsMatch(text)
            && DateTimeOffset.TryParse(Cut(text), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out time);
    }

    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var time) ? time : throw new JsonException(ScalarMessages.Time);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        // The round-trip format is the fastest; its last four digits are below a millisecond and cut off.
        Span<byte> text = stackalloc byte[MaxLength];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[Length - 1] = (byte)'Z';
        writer.WriteStringValue(text[..Length]);
    }

    // .NET would round what is below its smallest unit, into another second or year.
    private static string Cut(string text)
    {
        var end = text.AsSpan(Seconds).IndexOfAny("Z+-") + Seconds;
        return end > MaxFraction ? string.Concat(text.AsSpan(0, MaxFraction), text.AsSpan(end)) : text;
    }

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rfc3339();
}
