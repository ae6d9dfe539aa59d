using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanApi.Application.Common.Json;

/// <summary>
/// Reads and writes an enum by its UPPER_SNAKE_CASE names. JsonStringEnumConverter would also accept other cases, surrounding spaces and lists: "ADMIN,MEMBER"
/// becomes an undefined value.
/// </summary>
public sealed class EnumJsonConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly EnumNames Names = EnumNames.Of(typeof(T));

    private static readonly FrozenDictionary<T, JsonEncodedText> Texts =
        Names.Names.ToFrozenDictionary(name => (T)Names.Find(name)!, name => JsonEncodedText.Encode(name));

    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Names.Find(reader.GetString()!) is T value ? value : throw new JsonException(Names.Message);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Texts[value]);

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Names.Find(reader.GetString()!) is T value ? value : throw new JsonException(Names.Message);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Texts[value]);
}
