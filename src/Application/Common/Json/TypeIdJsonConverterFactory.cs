using CleanApi.Domain.Common;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanApi.Application.Common.Json;

/// <summary>Converts every type of id.</summary>
public sealed class TypeIdJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => TypeId.IsTypeId(typeToConvert);

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TypeIdJsonConverter<>).MakeGenericType(typeToConvert))!;
}
