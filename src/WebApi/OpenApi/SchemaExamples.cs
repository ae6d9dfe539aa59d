using System.Text.Json.Nodes;
using CleanApi.WebApi.Common;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// Examples of bodies and responses, made from their schemas: a member's own example, else its constant, its default, or the first of its values. Members that
/// may be absent are left out unless they have an example or a default; so are ids among them, of what nobody has who tries the example.
/// </summary>
internal static class SchemaExamples
{
    /// <summary>Stands for a text of which no example is known; a test finds it.</summary>
    public const string Placeholder = "string";

    /// <summary>A value that fits a schema.</summary>
    public static JsonNode? Of(IOpenApiSchema schema) => schema switch
    {
        { Examples: [{ } own, ..] } => own.DeepClone(),
        { Const: { } constant } => constant,
        { Default: { } value } => value.DeepClone(),
        { OneOf: [{ Type: JsonSchemaType.Null }, ..] or [_, { Type: JsonSchemaType.Null }] } => null,
        { OneOf: [{ } first, ..] } => Of(first),
        { Type: { } type } when type.HasFlag(JsonSchemaType.Null) => null,
        { Enum: [{ } value, ..] } => value.DeepClone(),
        { Type: JsonSchemaType.Object } => OfObject(schema),
        { Type: JsonSchemaType.Array, Items: { } item } => new JsonArray(Of(item)),
        { Type: JsonSchemaType.Integer or JsonSchemaType.Number } => JsonNode.Parse(schema.Minimum ?? "0"),
        { Type: JsonSchemaType.Boolean } => true,
        { Format: "date-time" } => ExampleValues.Time,
        _ => Placeholder,
    };

    private static JsonObject OfObject(IOpenApiSchema schema) => new((schema.Properties?.AsEnumerable() ?? [])
        .Where(member => schema.Required?.Contains(member.Key) == true
            || (member.Value is { Examples: [_, ..] } or { Default: not null } && !TypeIdSchema.IsPattern(member.Value.Pattern)))
        .Select(member => KeyValuePair.Create(member.Key, Of(member.Value))));
}
