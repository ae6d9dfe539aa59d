using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The path and query parameters of an action, with their defaults.</summary>
internal static class PathAndQuery
{
    /// <summary>In the order of the action's signature.</summary>
    public static async Task<IReadOnlyList<OpenApiParameter>> OfAsync(
        OpenApiOperationTransformerContext context, OperationFacts operation, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        List<OpenApiParameter> parameters = [];
        foreach (var parameter in operation.Parameters)
        {
            if (context.Description.RelativePath!.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal))
            {
                parameters.Add(await DescribeAsync(context, json, parameter.Name!, parameter.ParameterType, ParameterLocation.Path, null, cancellationToken));
            }
            else if (parameter.GetCustomAttribute<FromQueryAttribute>() is not null && Scalars.Of(parameter.ParameterType) is not null)
            {
                parameters.Add(await DescribeAsync(context, json, parameter.Name!, parameter.ParameterType, ParameterLocation.Query, null, cancellationToken));
            }
            else if (parameter.GetCustomAttribute<FromQueryAttribute>() is not null)
            {
                var defaults = Activator.CreateInstance(parameter.ParameterType);
                foreach (var property in parameter.ParameterType.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
                {
                    parameters.Add(await DescribeAsync(context, json, property.Name, property.PropertyType, ParameterLocation.Query, property.GetValue(defaults), cancellationToken));
                }
            }
        }

        return parameters;
    }

    private static async Task<OpenApiParameter> DescribeAsync(
        OpenApiOperationTransformerContext context, JsonSerializerOptions json, string name, Type type, ParameterLocation location, object? value, CancellationToken cancellationToken)
    {
        var schema = await SchemaComponents.ReferAsync(context, json, Nullable.GetUnderlyingType(type) ?? type, cancellationToken);
        var publicName = JsonNamingPolicy.CamelCase.ConvertName(name);
        if (schema is OpenApiSchema own)
        {
            own.Type &= ~JsonSchemaType.Null;
            own.Default = value is null ? null : JsonSerializer.SerializeToNode(value, json);
            FieldFacts.Apply(own, publicName);
        }

        return new OpenApiParameter
        {
            Name = publicName,
            In = location,
            Required = location == ParameterLocation.Path,
            Schema = schema,
            Example = location == ParameterLocation.Path && Scalars.IsTypeId(type) ? JsonValue.Create(TypeIdSchema.Example(type)) : null,
        };
    }
}
