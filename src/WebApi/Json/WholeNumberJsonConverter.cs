using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanApi.WebApi.Json;

/// <summary>
/// Reads an integer as JSON Schema does: a number with a zero fraction is one, such as <c>10.0</c> and <c>1e1</c> (JSON Schema Validation 2020-12, section
/// 6.1.1). In that form up to 2^53, to which every implementation counts exactly (RFC 8259, section 6).
/// </summary>
/// <typeparam name="T">The integer, of at most 64 bits.</typeparam>
internal sealed class WholeNumberJsonConverter<T> : JsonConverter<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private const double MaxExact = 1L << 53;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Whole(ref reader) is { } number && number >= long.CreateChecked(T.MinValue) && number <= long.CreateChecked(T.MaxValue)
            ? T.CreateChecked(number)
            : throw new JsonException(Scalars.WholeNumberMessage);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(long.CreateChecked(value));

    private static long? Whole(ref Utf8JsonReader reader) =>
        reader.TokenType != JsonTokenType.Number ? null
        : reader.TryGetInt64(out var number) ? number
        : reader.TryGetDouble(out var real) && double.IsInteger(real) && Math.Abs(real) <= MaxExact ? (long)real
        : null;
}
