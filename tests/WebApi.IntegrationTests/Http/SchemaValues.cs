using System.Globalization;
using System.Text.Json.Nodes;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Values that a schema rules out.</summary>
internal static class SchemaValues
{
    private const string Nonsense = "no such thing";

    /// <summary>The types of a schema.</summary>
    public static IEnumerable<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => type!.GetValue<string>()),
        JsonValue type => [type.GetValue<string>()],
        _ => [],
    };

    /// <summary>A value of another type.</summary>
    public static JsonNode OfAnotherType(JsonObject schema) => Types(schema).Contains("string") ? 1 : JsonValue.Create(Nonsense);

    /// <summary>A value of the right type that breaks another rule; null where there is no other rule.</summary>
    public static JsonNode? AgainstARule(JsonObject schema) => true switch
    {
        _ when schema["enum"] is not null || schema["pattern"]?.GetValue<string>().StartsWith('^') is true || schema["format"]?.GetValue<string>() is "date-time" or "email" or "uri" => Nonsense,
        _ when schema["maxLength"] is { } longest => new string('a', longest.GetValue<int>() + 1),
        _ when schema["maximum"] is { } greatest => greatest.GetValue<long>() + 1,
        _ when schema["items"]?["enum"] is not null => new JsonArray(Nonsense),
        _ when schema["required"] is not null => new JsonObject(),
        _ when schema["minLength"] is { } shortest && shortest.GetValue<int>() > 0 => "",
        _ => null,
    };

    /// <summary>A value for a query, of another type where it has one that is not text, or against another rule.</summary>
    public static string? ForQuery(JsonObject schema, bool isOfItsType) =>
        (isOfItsType ? AgainstARule(schema) : null) switch
        {
            JsonValue value when value.TryGetValue<long>(out var number) => number.ToString(CultureInfo.InvariantCulture),
            { } value => Uri.EscapeDataString(value.GetValue<string>()),
            null => Types(schema).Contains("string") ? AgainstARule(schema)?.GetValue<string>() is { } text ? Uri.EscapeDataString(text) : null : Uri.EscapeDataString(Nonsense),
        };
}
