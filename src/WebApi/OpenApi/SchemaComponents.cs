using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Puts the schema of a type, and those within it, among the components: the generator does so only for what actions declare.</summary>
internal static class SchemaComponents
{
    /// <summary>A reference to the schema of a type that has a name; the schema itself of one that has none.</summary>
    public static async Task<IOpenApiSchema> ReferAsync(OpenApiOperationTransformerContext context, JsonSerializerOptions json, Type type, CancellationToken cancellationToken)
    {
        var info = json.GetTypeInfo(type);
        var document = context.Document!;
        return SchemaNames.Of(info) is { } name && Has(document, name)
            ? new OpenApiSchemaReference(name, document)
            : Register(document, await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellationToken), info);
    }

    private static IOpenApiSchema Register(OpenApiDocument document, IOpenApiSchema found, JsonTypeInfo info)
    {
        if (found is not OpenApiSchema schema)
        {
            return found;
        }

        var name = SchemaNames.Of(info);
        if (name is not null && Has(document, name))
        {
            return new OpenApiSchemaReference(name, document);
        }

        RegisterMembers(document, schema, info);
        if (name is null)
        {
            return schema;
        }

        document.AddComponent<IOpenApiSchema>(name, schema);
        return new OpenApiSchemaReference(name, document);
    }

    private static void RegisterMembers(OpenApiDocument document, OpenApiSchema schema, JsonTypeInfo info)
    {
        if (schema.Items is { } items && info.ElementType is { } element)
        {
            schema.Items = Register(document, items, info.Options.GetTypeInfo(element));
        }

        if (info.Type.GetCustomAttribute<OneOfAttribute>() is { Types: var types })
        {
            schema.OneOf = [.. schema.OneOf!.Zip(types, (one, type) => Register(document, one, info.Options.GetTypeInfo(type)))];
        }

        foreach (var property in info.Properties)
        {
            if (schema.Properties?.TryGetValue(property.Name, out var member) == true)
            {
                schema.Properties[property.Name] = Register(document, member, info.Options.GetTypeInfo(property.PropertyType));
            }
        }
    }

    private static bool Has(OpenApiDocument document, string name) => document.Components?.Schemas?.ContainsKey(name) == true;
}
