using System.Globalization;
using System.Text.Json;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Json;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Binding;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Completes an operation: who may call it, what it takes, and every answer it can give, with headers and examples.</summary>
internal sealed class OperationContract(PathAndQuery parameters, ConditionalRequests conditions, IOptions<JsonOptions> options) : IOpenApiOperationTransformer
{
    private readonly JsonSerializerOptions json = options.Value.JsonSerializerOptions;

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = new OperationMetadata(
            context.Description, operation.OperationId ?? throw new InvalidOperationException($"{context.Description.ActionDescriptor.DisplayName} has no name."), conditions);
        operation.Description = string.Join("\n\n", new[] { operation.Description?.Trim(), Access(metadata) + Proof(metadata) }.Where(part => !string.IsNullOrEmpty(part)));
        RatePolicyExtension.Tell(operation, metadata.RatePolicy);
        operation.Security = metadata.HasOptionalCaller ? [[], .. DocumentContract.Credentials(context.Document!)] : metadata.IsAnonymous ? [] : null;
        await DescribeParametersAsync(operation, context, metadata, cancellationToken);
        if (metadata.TakesFile)
        {
            operation.RequestBody = FileContents.Upload();
        }
        else
        {
            await DescribeBodyAsync(operation, context, cancellationToken);
        }

        await DescribeResponsesAsync(operation, context, metadata, cancellationToken);
    }

    private static string Access(OperationMetadata metadata) => metadata.Access switch
    {
        RequiresPermissionAttribute rule =>
            $"Permission: `{rule.Permission}` ({Roles(rule.Permission)}){(rule.Also is { } also ? $" and `{also}` ({Roles(also)})" : "")}{Others(rule)}.",
        AuthenticatedOnlyAttribute { ForApiKeys: true } => "Permission: none; needs a session or an API key.",
        AuthenticatedOnlyAttribute => "Permission: none; needs a session. API keys are refused.",
        PlatformOnlyAttribute => "Permission: none of an organization's; for the operator of the platform.",
        _ => "No sign-in needed.",
    };

    private static string Proof(OperationMetadata metadata) => metadata.RecentAuthentication is { } required
        ? $" {(required.When is { } which ? $"{which} needs" : "Needs")} a proof of who you are of the last {IRecentAuthentication.MaxAge.TotalMinutes:0} minutes: a sign-in, or "
            + $"`POST /api/v1/me/reauthenticate`.{(required.When is null && IsForKeys(metadata) ? " An API key needs none." : "")}"
        : "";

    private static bool IsForKeys(OperationMetadata metadata) => metadata.Access is RequiresPermissionAttribute rule && ApiKeyScopes.Contains(rule.Permission);

    private static string Others(RequiresPermissionAttribute rule) => rule switch
    {
        { OrPerson: true } => "; not needed by people of the organization, nor by an API key for its owner",
        { OrSelf: true } => "; not needed by people for themselves",
        _ => "",
    };

    private static string Roles(string permission) =>
        string.Join(", ", Enum.GetValues<UserRole>().Where(role => RolePermissions.Has(role, permission)).Select(role => EnumNames.Of(typeof(UserRole)).Names[(int)role]));

    private async Task DescribeParametersAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, OperationMetadata metadata, CancellationToken cancellationToken)
    {
        // One that a request takes from the path is among those of its query as well.
        var generated = (operation.Parameters ?? []).OfType<OpenApiParameter>().DistinctBy(parameter => parameter.Name!, StringComparer.OrdinalIgnoreCase).ToDictionary(parameter => parameter.Name!, parameter => parameter.Description, StringComparer.OrdinalIgnoreCase);
        List<IOpenApiParameter> described = [];
        foreach (var parameter in await parameters.OfAsync(context, metadata, cancellationToken))
        {
            parameter.Description ??= generated.GetValueOrDefault(parameter.Name!);
            described.Add(parameter);
        }

        operation.Parameters = [.. described, .. RequestHeaders.Of(metadata).Select(name => RequestHeaders.Refer(context.Document!, name))];
    }

    private async Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.RequestBody is not OpenApiRequestBody body)
        {
            return;
        }

        var parameter = context.Description.ParameterDescriptions.Single(candidate => candidate.Source == BindingSource.Body);
        var types = StrictJsonInputFormatter.MediaTypes(context.Description.HttpMethod!);
        body.Required = parameter.BindingInfo?.EmptyBodyBehavior != EmptyBodyBehavior.Allow;
        body.Description ??= body.Required ? "At most 1 MB of JSON in UTF-8; unknown fields are refused." : "At most 1 MB of JSON in UTF-8, or no body at all.";
        var schema = await SchemaComponents.ReferAsync(context, json, parameter.Type, cancellationToken);
        body.Content = types.ToDictionary(
            type => type, _ => new OpenApiMediaType { Schema = schema, Example = SchemaExamples.Of(schema) }, StringComparer.Ordinal);
    }

    private async Task DescribeResponsesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, OperationMetadata metadata, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        if (metadata.Results.Count == 0)
        {
            throw new InvalidOperationException($"{operation.OperationId} does not say what it answers; give it [ProducesResponseType].");
        }

        var responses = new OpenApiResponses();
        foreach (var result in metadata.Results)
        {
            var status = result.StatusCode;
            var success = new OpenApiResponse { Description = ResponseDescriptions.Description(status), Headers = ResponseHeaders.Refer(document, AnswerHeaders.Of(metadata, status)) };
            responses[status.ToString(CultureInfo.InvariantCulture)] = success;
            success.Content = FileContents.Answer(metadata) ?? (result.Type is { } type && type != typeof(void)
                ? new(StringComparer.Ordinal) { [metadata.MediaType] = await DescribeContentAsync(operation, context, type, cancellationToken) }
                : null);
        }

        if (metadata is { HasEntityTag: true, IsSafe: true })
        {
            const int notModified = StatusCodes.Status304NotModified;
            responses["304"] = new OpenApiResponse { Description = ResponseDescriptions.Description(notModified), Headers = ResponseHeaders.Refer(document, AnswerHeaders.Of(metadata, notModified)) };
        }

        var envelope = await SchemaComponents.ReferAsync(context, json, typeof(ErrorResponse), cancellationToken);
        var problem = await SchemaComponents.ReferAsync(context, json, typeof(ProblemResponse), cancellationToken);
        foreach (var errors in OperationErrors.Of(metadata).GroupBy(ErrorResponses.Status, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            responses[errors.Key] = ErrorResponses.Of(document, [.. errors], envelope, problem);
        }

        operation.Responses = responses;
    }

    private async Task<OpenApiMediaType> DescribeContentAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, Type type, CancellationToken cancellationToken)
    {
        var schema = await SchemaComponents.ReferAsync(context, json, type, cancellationToken);
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(PageDocument<>))
        {
            return new OpenApiMediaType { Schema = schema, Example = SchemaExamples.Of(schema) };
        }

        var resource = type.GenericTypeArguments[0];
        var example = SchemaExamples.Of(await SchemaComponents.ReferAsync(context, json, resource, cancellationToken))!;
        var path = operation.Parameters!.Where(parameter => parameter.In == ParameterLocation.Path).Aggregate(
            "/" + context.Description.RelativePath, (path, parameter) => path.Replace($"{{{parameter.Name}}}", $"{parameter.Example}", StringComparison.Ordinal));
        return new OpenApiMediaType
        {
            Schema = schema,
            Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
            {
                ["byCursor"] = new OpenApiExample { Summary = "By cursor", Value = JsonSerializer.SerializeToNode(PageExamples.ByCursor(path, example), json) },
                ["byPage"] = new OpenApiExample { Summary = "By page number", Value = JsonSerializer.SerializeToNode(PageExamples.ByNumber(path, example.DeepClone()), json) },
            },
        };
    }
}
