using CleanApi.Domain.Common;
using CleanApi.Application.Common.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Domain.Users;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Says of every type what its JSON looks like, where converters hide it from the generator: ids, enums, addresses, fields of patches.</summary>
internal sealed class SchemaContract(FieldSchemas fields) : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (TypeId.IsTypeId(type))
        {
            schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Pattern = TypeIdSchema.Pattern(type);
            schema.Examples = [JsonValue.Create(TypeIdSchema.Example(type))];
        }
        else if (type.IsEnum)
        {
            var isNullable = type != context.JsonTypeInfo.Type;
            schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Enum = [.. EnumNames.Of(type).Names.Select(name => (JsonNode)JsonValue.Create(name)), .. isNullable ? [JsonNullSentinel.JsonNull] : (JsonNode[])[]];
        }
        else if (type == typeof(DateTimeOffset))
        {
            // The converter hides from the generator that it is text, and so that there may be none.
            schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.Integer : JsonSchemaType.Integer | JsonSchemaType.Null;
            schema.Format = type == typeof(int) ? "int32" : "int64";
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
        else if (type.GetCustomAttribute<OneOfAttribute>() is { Types: var types })
        {
            (schema.Type, schema.AdditionalPropertiesAllowed, schema.OneOf) = (null, true, []);
            foreach (var one in types)
            {
                schema.OneOf.Add(await context.GetOrCreateSchemaAsync(one, cancellationToken: cancellationToken));
            }

            // Generators make a union of it whose cases are told apart by type (OpenAPI 3.1.1, section 4.8.25).
            schema.Discriminator = new OpenApiDiscriminator
            {
                PropertyName = "type",
                Mapping = types.ToDictionary(
                    one => MemberSchemas.TypeName(one)!,
                    one => new OpenApiSchemaReference(SchemaNames.Of(context.JsonTypeInfo.Options.GetTypeInfo(one))!, context.Document),
                    StringComparer.Ordinal),
            };
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

    // What is null is left out where the member says so.
    private static bool IsAlwaysSent(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is not [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];

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
                AllowNull(field, property, fields.IsNotNull(type.Type, property.Name));
                schema.Properties[property.Name] = field;
            }
        }
    }

    // One rule for every optional field: null is the same as leaving it out, and the document says so. An enum has to list it (JSON Schema Validation 2020-12,
    // section 6.1.2).
    private static void AllowNull(OpenApiSchema field, JsonPropertyInfo property, bool isRefusedWhenNull)
    {
        if (isRefusedWhenNull || Optionals.ValueOf(property.PropertyType) is not null || (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null))
        {
            return;
        }

        field.Type |= JsonSchemaType.Null;
        if (field.Enum is { } values && !values.Any(value => value is null || value.IsJsonNullSentinel()))
        {
            field.Enum = [.. values, JsonNullSentinel.JsonNull];
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
