using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanApi.WebApi.Json;

/// <summary>Converts every type of id.</summary>
internal sealed class TypeIdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => Scalars.IsTypeId(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TypeIdJsonConverter<>).MakeGenericType(typeToConvert))!;
}
