using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanApi.WebApi.Json;

/// <summary>
/// Reads an integer as JSON Schema does: a number with a zero fraction is one, such as <c>10.0</c> and <c>1e1</c> (JSON Schema Validation 2020-12, section
/// 6.1.1). It is read by its digits: a floating-point number would round those that it cannot hold.
/// </summary>
/// <typeparam name="T">The integer, of at most 64 bits.</typeparam>
internal sealed class WholeNumberJsonConverter<T> : JsonConverter<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    // No 64-bit integer has more.
    private const int MaxDigits = 19;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Whole(ref reader) is { } number && number >= long.CreateChecked(T.MinValue) && number <= long.CreateChecked(T.MaxValue)
            ? T.CreateChecked(number)
            : throw new JsonException(Scalars.WholeNumberMessage);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(long.CreateChecked(value));

    private static long? Whole(ref Utf8JsonReader reader) =>
        reader.TokenType != JsonTokenType.Number ? null
        : reader.TryGetInt64(out var number) ? number
        : Whole(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);

    private static long? Whole(ReadOnlySpan<byte> text)
    {
        var isNegative = text[0] == '-';
        var mantissa = isNegative ? text[1..] : text;
        var exponent = 0;
        var isExponentKnown = true;
        if (mantissa.IndexOfAny((byte)'e', (byte)'E') is >= 0 and var e)
        {
            isExponentKnown = int.TryParse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
            mantissa = mantissa[..e];
        }

        var point = mantissa.IndexOf((byte)'.');
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        byte[] all = point < 0 ? [.. mantissa] : [.. mantissa[..point], .. fraction];
        var digits = all.AsSpan().TrimEnd((byte)'0');
        var zeros = (long)exponent - fraction.Length + (all.Length - digits.Length);
        digits = digits.TrimStart((byte)'0');
        if (digits.IsEmpty)
        {
            return 0;
        }

        if (!isExponentKnown || zeros < 0 || digits.Length + zeros > MaxDigits)
        {
            return null;
        }

        var number = Int128.Parse(digits, CultureInfo.InvariantCulture) * (Int128)BigInteger.Pow(10, (int)zeros) * (isNegative ? -1 : 1);
        return number >= long.MinValue && number <= long.MaxValue ? (long)number : null;
    }
}
