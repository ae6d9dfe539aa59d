using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>What the attributes of a member say of it, beyond those that the generator reads by itself: lengths, ranges, patterns and addresses.</summary>
internal static class MemberSchemas
{
    // Resource types by the type of their ids, for relationships.
    private static readonly FrozenDictionary<Type, string> TypeNames = typeof(IResource).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IResource)) && IsOfItsId(type))
        // A session looks one way when it begins and another in the list; its type is one.
        .GroupBy(type => type.GetProperty("Id")!.PropertyType, type => TypeName(type)!)
        .ToFrozenDictionary(names => names.Key, names => names.Distinct(StringComparer.Ordinal).Single());

    /// <summary>Adds what is said of a member.</summary>
    public static void Describe(OpenApiSchema schema, JsonPropertyInfo member)
    {
        foreach (var attribute in member.AttributeProvider?.GetCustomAttributes(inherit: true) ?? [])
        {
            Describe(schema, attribute, member.PropertyType);
        }

        if (member.Name == "type" && TypeNameOf(member.DeclaringType) is { } name)
        {
            schema.Const = name;
        }
    }

    private static void Describe(OpenApiSchema schema, object attribute, Type type)
    {
        switch (attribute)
        {
            case DataTypeAttribute { CustomDataType: WebAuthnSchemas.CredentialType }:
                WebAuthnSchemas.DescribeCredential(schema);
                schema.Type = type == typeof(JsonElement?) ? JsonSchemaType.Object | JsonSchemaType.Null : schema.Type;
                break;
            case DataTypeAttribute { CustomDataType: { } format }:
                schema.Format = format;
                break;
            case RequestIdAttribute:
                schema.Examples = [TypeIdSchema.Example("req")];
                break;
            case NameAttribute:
                schema.Pattern = @"\S";
                break;
            case EmailAddressAttribute:
                schema.Format = "email";
                break;
            case AllowedValuesAttribute { Values: [string only] }:
                schema.Const = only;
                break;
            case ItemsOfAttribute { Values: var names } when schema.Items is OpenApiSchema items:
                items.Enum = [.. names.Select(name => (JsonNode)JsonValue.Create(name))];
                break;
            case AllowedValuesAttribute { Values: var values }:
                schema.Enum = [.. values.Select(value => JsonSerializer.SerializeToNode(value)!)];
                break;
            case ExampleAttribute { Values: [string text] } when type == typeof(JsonElement) || type == typeof(JsonElement?):
                schema.Examples = [JsonNode.Parse(text)!];
                break;
            case ExampleAttribute { Values: [var only] } when schema.Type?.HasFlag(JsonSchemaType.Array) != true:
                schema.Examples = [JsonSerializer.SerializeToNode(only)!];
                break;
            case ExampleAttribute { Values: var items }:
                schema.Examples = [JsonSerializer.SerializeToNode(items)!];
                break;
        }
    }

    // A resource's own, or that of a relationship's.
    private static string? TypeNameOf(Type owner) =>
        TypeName(owner) ?? (owner is { IsGenericType: true, GenericTypeArguments: [var id, ..] } ? TypeNames.GetValueOrDefault(id) : null);

    // UserResource has a UserId. Others have ids that are not their own.
    private static bool IsOfItsId(Type resource) => $"{resource.Name}Id" == $"{resource.GetProperty("Id")!.PropertyType.Name[..^2]}ResourceId";

    /// <summary>The type of a resource; null for what is none.</summary>
    public static string? TypeName(Type resource) => resource.GetField("TypeName", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string;
}
