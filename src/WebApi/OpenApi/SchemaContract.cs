using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Says of every type what its JSON looks like, where converters hide it from the generator: ids, enums, addresses, fields of patches.</summary>
internal sealed class SchemaContract(FieldSchemas fields) : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (Scalars.IsTypeId(type))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = TypeIdSchema.Pattern(type);
            schema.Examples = [JsonValue.Create(TypeIdSchema.Example(type))];
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. EnumNames.Of(type).Names.Select(name => (JsonNode)JsonValue.Create(name))];
        }
        else if (type == typeof(DateTimeOffset))
        {
            // The converter hides from the generator that it is text, and so that there may be none.
            schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }
        else if (type == typeof(EmailAddress))
        {
            schema.Type = JsonSchemaType.String | ((schema.Type ?? JsonSchemaType.String) & JsonSchemaType.Null);
            (schema.Format, schema.MaxLength, schema.Examples) = ("email", EmailAddress.MaxLength, ["ada@acme.test"]);
        }
        else if (type == typeof(JsonElement))
        {
            (schema.Type, schema.AdditionalPropertiesAllowed) = (JsonSchemaType.Object, true);
        }
        else if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && Optionals.ValueOf(type) is null)
        {
            await DescribeObjectAsync(schema, context, cancellationToken);
        }

        if (context.JsonPropertyInfo is { } property && SchemaNames.Of(context.JsonTypeInfo) is null)
        {
            MemberSchemas.Describe(schema, property);
        }
    }

    // What is null is left out: everywhere in errors, elsewhere where the member says so.
    private static bool IsAlwaysSent(JsonPropertyInfo property) =>
        property.DeclaringType == typeof(ErrorDetail) || property.DeclaringType == typeof(ProblemError)
            ? !property.IsGetNullable
            : property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is not [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];

    private Task DescribeObjectAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        schema.Type = JsonSchemaType.Object | ((schema.Type ?? JsonSchemaType.Object) & JsonSchemaType.Null);
        return fields.IsInput(context.JsonTypeInfo.Type)
            ? DescribeInputAsync(schema, context, cancellationToken)
            : DescribeOutputAsync(schema, context, cancellationToken);
    }

    private static async Task DescribeOutputAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // A client has to live with fields that come later.
        schema.AdditionalPropertiesAllowed = true;
        var properties = context.JsonTypeInfo.Properties;
        schema.Required = properties.Where(IsAlwaysSent).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var property in properties.Where(property => !IsAlwaysSent(property)))
        {
            if (schema.Properties is not null && schema.Properties.TryGetValue(property.Name, out var found) && found is OpenApiSchema present)
            {
                schema.Properties[property.Name] = await WithoutNullAsync(present, property, context, cancellationToken);
            }
        }
    }

    private static async Task<OpenApiSchema> WithoutNullAsync(
        OpenApiSchema present, JsonPropertyInfo property, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (SchemaNames.Of(property.Options.GetTypeInfo(property.PropertyType)) is not null)
        {
            // Generated anew, because it is not for the property, but for the type, that the generator forgets null.
            return await context.GetOrCreateSchemaAsync(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, cancellationToken: cancellationToken);
        }

        present.Type &= ~JsonSchemaType.Null;
        return present;
    }

    private async Task DescribeInputAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo;
        // What the code says of the request is for those who read the code; the operation says it for clients.
        schema.Description = null;
        schema.AdditionalPropertiesAllowed = false;
        schema.Required = type.Properties.Select(property => property.Name).Where(name => fields.IsRequired(type.Type, name))
            .Order(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (var property in type.Properties)
        {
            if (schema.Properties is not null && schema.Properties.TryGetValue(property.Name, out var found) && found is OpenApiSchema present)
            {
                var field = await DescribeFieldAsync(present, property, fields.IsNotNull(type.Type, property.Name), context, cancellationToken);
                fields.Describe(field, type.Type, property.Name);
                schema.Properties[property.Name] = field;
            }
        }
    }

    // Validators refuse what is missing, so the members of requests are nullable; what they refuse is not nullable to a client.
    private static async Task<OpenApiSchema> DescribeFieldAsync(
        OpenApiSchema present, JsonPropertyInfo property, bool isRefusedWhenNull, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var optional = Optionals.ValueOf(property.PropertyType);
        var value = Nullable.GetUnderlyingType(optional ?? property.PropertyType) ?? optional ?? property.PropertyType;
        if (optional is null && (!isRefusedWhenNull || value == property.PropertyType))
        {
            present.Type = isRefusedWhenNull ? present.Type & ~JsonSchemaType.Null : present.Type;
            return present;
        }

        var schema = await context.GetOrCreateSchemaAsync(value, cancellationToken: cancellationToken);
        if (SchemaNames.Of(property.Options.GetTypeInfo(value)) is null)
        {
            schema.Description = present.Description;
            schema.Type = isRefusedWhenNull ? schema.Type & ~JsonSchemaType.Null : schema.Type | JsonSchemaType.Null;
        }

        return schema;
    }
}
