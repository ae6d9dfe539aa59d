using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The path and query parameters of an action, with their defaults.</summary>
internal sealed class PathAndQuery(RequestRules rules, IOptions<JsonOptions> options)
{
    private readonly JsonSerializerOptions json = options.Value.JsonSerializerOptions;

    /// <summary>In the order of the action's signature.</summary>
    public async Task<IReadOnlyList<OpenApiParameter>> OfAsync(
        OpenApiOperationTransformerContext context, OperationFacts operation, CancellationToken cancellationToken)
    {
        List<OpenApiParameter> parameters = [];
        foreach (var parameter in operation.Parameters)
        {
            if (context.Description.RelativePath!.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal))
            {
                parameters.Add(await DescribeAsync(context, parameter.Name!, parameter.ParameterType, ParameterLocation.Path, null, cancellationToken));
            }
            else if (parameter.GetCustomAttribute<FromQueryAttribute>() is not null && Scalars.Of(parameter.ParameterType) is not null)
            {
                parameters.Add(await DescribeAsync(context, parameter.Name!, parameter.ParameterType, ParameterLocation.Query, null, cancellationToken));
            }
            else if (parameter.GetCustomAttribute<FromQueryAttribute>() is not null)
            {
                var defaults = Activator.CreateInstance(parameter.ParameterType);
                foreach (var property in Settable(parameter.ParameterType))
                {
                    var described = await DescribeAsync(context, property.Name, property.PropertyType, ParameterLocation.Query, property.GetValue(defaults), cancellationToken);
                    DescribeOrder(described, parameter.ParameterType, property, operation);
                    parameters.Add(described);
                }
            }
        }

        return parameters;
    }

    // What every list takes comes first.
    private static IEnumerable<PropertyInfo> Settable(Type query) =>
        query.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).OrderBy(property => property.DeclaringType == query);

    // The attributes of what is listed are what it can be ordered by, as far as the list's validator lets it.
    private void DescribeOrder(OpenApiParameter parameter, Type query, PropertyInfo member, OperationFacts operation)
    {
        if (parameter is { Name: "orderBy", Schema: OpenApiSchema schema } && operation.Result?.Type?.GenericTypeArguments is [var resource])
        {
            var attributes = json.GetTypeInfo(resource.GetProperty("Attributes")!.PropertyType).Properties.Select(attribute => attribute.Name);
            FieldFacts.OneOf(schema, [.. rules.Accepted(query, member, attributes)]);
        }
    }

    private async Task<OpenApiParameter> DescribeAsync(
        OpenApiOperationTransformerContext context, string name, Type type, ParameterLocation location, object? value, CancellationToken cancellationToken)
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
