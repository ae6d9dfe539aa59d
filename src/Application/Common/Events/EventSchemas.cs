using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using CleanApi.Application.Common.Json;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Events;

/// <summary>The values of events as JSON Schemas (2020-12), made from their types. Readers leave out what they do not know: a schema allows further fields.</summary>
public static class EventSchemas
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>The schema of an event, by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meaning">What it means, for readers: it may be put in better words, while all else stays as it is. Null: left out.</param>
    public static string Text(string name, string? meaning = null)
    {
        var values = (JsonObject)EventJson.Options.GetJsonSchemaAsNode(EventNames.Types[name], Exporting);
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = $"/docs/events/{name}.json", ["title"] = name };
        if (meaning is not null)
        {
            schema["description"] = meaning;
        }

        foreach (var (keyword, value) in values)
        {
            schema[keyword] = value?.DeepClone();
        }

        return schema.ToJsonString(Indented) + "\n";
    }

    /// <summary>The names of an event's values.</summary>
    public static IEnumerable<string> Fields(Type type) =>
        EventJson.Options.GetTypeInfo(type).Properties.Select(property => property.Name);

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isNullable = type != context.TypeInfo.Type;
        JsonObject? described =
            TypeId.IsTypeId(type) ? new JsonObject { ["type"] = "string", ["pattern"] = $"^{PrefixOf(type)}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$" }
            : type == typeof(EmailAddress) ? new JsonObject { ["type"] = "string", ["format"] = "idn-email" }
            : type == typeof(DateTimeOffset) ? new JsonObject { ["type"] = "string", ["format"] = "date-time" }
            : type.IsEnum ? new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. EnumNames.Of(type).Names.Select(name => (JsonNode)name)]) }
            : null;
        if (described is not null && isNullable)
        {
            described["type"] = new JsonArray("string", "null");
        }

        return described ?? schema;
    }

    private static string PrefixOf(Type type) => (string)type.GetProperty(nameof(Domain.Users.UserId.Prefix), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
