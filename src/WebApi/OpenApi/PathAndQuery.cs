using CleanApi.Domain.Common;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The path and query parameters of an action: each is a member of the request behind it, and is described as that.</summary>
internal sealed class PathAndQuery(IOptions<JsonOptions> options)
{
    private readonly JsonSerializerOptions json = options.Value.JsonSerializerOptions;

    /// <summary>In the order of the action's signature.</summary>
    public async Task<IReadOnlyList<OpenApiParameter>> OfAsync(
        OpenApiOperationTransformerContext context, OperationMetadata operation, CancellationToken cancellationToken)
    {
        List<OpenApiParameter> parameters = [];
        foreach (var parameter in operation.Parameters)
        {
            var isInPath = context.Description.RelativePath!.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
            if (!isInPath && parameter.GetCustomAttribute<FromQueryAttribute>() is null)
            {
                continue;
            }

            if (isInPath || Scalars.Of(parameter.ParameterType) is not null)
            {
                var location = isInPath ? ParameterLocation.Path : ParameterLocation.Query;
                parameters.Add(await DescribeAsync(context, operation.Request!, parameter.Name!, parameter.ParameterType, location, cancellationToken));
                continue;
            }

            var defaults = Activator.CreateInstance(parameter.ParameterType);
            foreach (var property in Settable(parameter.ParameterType))
            {
                var described = await DescribeAsync(
                    context, parameter.ParameterType, property.Name, property.PropertyType, ParameterLocation.Query, cancellationToken);
                if (described.Schema is OpenApiSchema schema && property.GetValue(defaults) is { } value)
                {
                    schema.Default = JsonSerializer.SerializeToNode(value, json);
                }

                parameters.Add(described);
            }
        }

        return parameters;
    }

    // What every list takes comes first.
    private static IEnumerable<PropertyInfo> Settable(Type query) =>
        query.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).OrderBy(property => property.DeclaringType == query);

    private async Task<OpenApiParameter> DescribeAsync(
        OpenApiOperationTransformerContext context, Type request, string name, Type type, ParameterLocation location, CancellationToken cancellationToken)
    {
        var publicName = JsonNamingPolicy.CamelCase.ConvertName(name);
        var parameter = new OpenApiParameter
        {
            Name = publicName,
            In = location,
            Required = location == ParameterLocation.Path,
            Schema = await SchemaComponents.ReferAsync(context, json, Nullable.GetUnderlyingType(type) ?? type, cancellationToken),
        };
        if (location == ParameterLocation.Path && TypeId.IsTypeId(type))
        {
            parameter.Description = "The resource's id.";
            parameter.Example = JsonValue.Create(TypeIdSchema.Example(type));
            return parameter;
        }

        var members = await context.GetOrCreateSchemaAsync(request, cancellationToken: cancellationToken);
        var member = members.Properties?.TryGetValue(publicName, out var found) == true ? found as OpenApiSchema : null;
        parameter.Description = member?.Description;
        if (parameter.Schema is OpenApiSchema && member is not null)
        {
            (member.Type, member.Description) = (member.Type & ~JsonSchemaType.Null, null);
            member.Enum = member.Enum?.Where(value => value is not null && !value.IsJsonNullSentinel()).ToList();
            parameter.Schema = member;
        }

        return parameter;
    }
}
