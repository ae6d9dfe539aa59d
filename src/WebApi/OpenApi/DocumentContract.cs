using CleanApi.WebApi.Access;
using CleanApi.WebApi.Health;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>What the document says of the API as a whole; and puts its parts into an order that does not depend on the compiler's.</summary>
internal sealed class DocumentContract : IOpenApiDocumentTransformer
{
    private const string Bearer = "bearer";
    private const string Cookie = "cookie";

    private const string Description =
        """
        Organizations, their people, and what they share.

        - **Ids** are [TypeIDs](https://github.com/jetify-com/typeid): a prefix that names the type, and 26 characters. A malformed id is 422, an unknown one 404, and so is one of another organization.
        - **Errors** have one shape, with a code, the request's id and a page about the code; with `Accept: application/problem+json` they are problem details (RFC 9457).
        - **Lists** are read by cursor: follow `links.next` until it is null. With `page` they are read by page number.
        - **Versions**: a resource has an `ETag`. `If-None-Match` saves the answer, `If-Match` keeps a change from overwriting another one.
        - **Times** are RFC 3339 in UTC with milliseconds. JSON is camelCase, unknown fields and query parameters are refused, and enum values are upper case.
        - **Compatibility**: within a version, answers get new fields and nothing else changes. Ignore the fields that you don't know.
        """;

    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "CleanApi",
            Version = ApiDocument.Name,
            Summary = "A multi-tenant API on ASP.NET Core and PostgreSQL.",
            Description = Description,
            Contact = new OpenApiContact { Name = "CleanApi" },
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The server that this document comes from." }];
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "The access token of a sign-in, or an API key (`sk_live_…`, `sk_test_…`): `Authorization: Bearer …` (RFC 6750).",
        });
        document.AddComponent<IOpenApiSecurityScheme>(Cookie, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = SessionCookies.AccessToken,
            Description = "The same token in the cookie that a sign-in sets, for browsers. What changes something has to come from the same origin.",
        });
        document.Security = [.. Credentials(document)];
        document.Tags = Describe(context.DescriptionGroups.SelectMany(group => group.Items));
        Defaults.Tell(document);
        Sort(document);
        return Task.CompletedTask;
    }

    /// <summary>The credentials, each of which is enough.</summary>
    public static IEnumerable<OpenApiSecurityRequirement> Credentials(OpenApiDocument document) => [Requirement(document, Bearer), Requirement(document, Cookie)];

    private static OpenApiSecurityRequirement Requirement(OpenApiDocument document, string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    // What its controllers say of themselves, in the order of their paths.
    private static HashSet<OpenApiTag> Describe(IEnumerable<ApiDescription> operations) =>
    [
        .. operations.OrderBy(operation => operation.RelativePath, StringComparer.Ordinal)
            .GroupBy(operation => operation.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().Last().Tags[0], Owner, StringComparer.Ordinal)
            .Select(tag => new OpenApiTag { Name = tag.Key, Description = string.Join(' ', tag.Distinct().Select(ClassSummaries.Of)) }),
    ];

    private static Type Owner(ApiDescription operation) =>
        (operation.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.AsType() ?? typeof(HealthEndpoints);

    private static void Sort(OpenApiDocument document)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            ((OpenApiPathItem)item).Operations = item.Operations?.OrderBy(pair => Array.IndexOf(Methods, pair.Key)).ToDictionary();
            paths.Add(path, item);
        }

        document.Paths = paths;
        if (document.Components is { } components)
        {
            components.Headers = Sorted(components.Headers);
            components.Parameters = Sorted(components.Parameters);
            components.Responses = Sorted(components.Responses);
        }
    }

    private static Dictionary<string, T>? Sorted<T>(IDictionary<string, T>? components) =>
        components?.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
