using System.Text.Json;
using System.Text.Json.Serialization;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Json;

/// <summary>Reads and writes an id as its TypeID.</summary>
public sealed class TypeIdJsonConverter<TId> : JsonConverter<TId>
    where TId : struct, ITypeId<TId>
{
    /// <inheritdoc />
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TypeId.TryParse(reader.GetString(), out TId id) ? id : throw new JsonException(ScalarMessages.Id);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(TypeId.Format(value));
}
