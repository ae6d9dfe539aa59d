using CleanApi.WebApi.Access;
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
        Organizations, users and roles, invitations, sign-in, second factors, sessions, API keys and an audit log.

        - **Sign in**: send `POST /api/auth/login`, then every request with the `accessToken` of its response as `Authorization: Bearer …`. The token is valid for 15 minutes (`expiresIn` says how long); `POST /api/auth/refresh` returns the next one. Programs send an API key in its place.
        - **Ids** are [TypeIDs](https://github.com/jetify-com/typeid): a prefix that names the type, and 26 characters. A malformed id is 422, an unknown one 404, and so is one of another organization.
        - **Errors** have one shape, with a code, the request's id and a page about the code ([all codes](/docs/errors)); with `Accept: application/problem+json` they are problem details (RFC 9457).
        - **Lists** are read by cursor: follow `links.next` until it is null. With `page` they are read by page number.
        - **Versions**: a resource has an `ETag`. `If-None-Match` avoids sending it again, `If-Match` keeps a change from overwriting another one.
        - **Sending again**: with an `Idempotency-Key` a POST or PATCH is carried out once; for 24 hours, the same request with the same key gets the first answer, with `Idempotency-Replayed: true`.
        - **Times** are RFC 3339 in UTC with milliseconds. JSON is camelCase; unknown fields and query parameters are rejected. The values of `role`, `status` and `plan` are upper case, other values as they are listed; case counts everywhere.
        - **Limits**: a body has at most 1 MB, a page at most 100 items.
        - **Rate limits**: each operation has a policy (`x-ratelimit-policy`): `api` (100 requests a minute unless the operator has set another limit), `auth` (10 a minute) or `expensive` (5 an hour; such a request counts under `api` as well). They count for each user, for each API key (whose `rateLimitPerMinute` takes the place of `api`), and for each network of strangers, within a sliding window. `RateLimit` and `RateLimit-Policy` say what is left, and so do `X-RateLimit-Limit`, `-Remaining` and `-Reset` of the policy that has least; beyond a limit the response is 429 with `Retry-After`.
        - **Compatibility**: within a version we may add paths, optional request fields, response fields, query parameters, headers, and enum values where the description says that the list is open; nothing else changes. Ignore response fields that you do not know.
        - **Generated clients**: errors have two media types. With openapi-fetch, `createClient<paths, "application/json">` types them as the envelope.
        """;

    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "CleanApi",
            Version = ApiDocument.Name,
            Summary = "The backend that every B2B product needs, behind a REST API that is a contract.",
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
            Description = "The same token in the cookie that a sign-in sets, for browsers. Requests that change something have to come from the same origin, or from a site that the operator lists (`Cors__AllowedOrigins`).",
        });
        document.Security = [.. Credentials(document)];
        document.Tags = DocumentTags.Of(context.DescriptionGroups.SelectMany(group => group.Items));
        Defaults.Tell(document);
        TellIdsFromNull(document);
        Sort(document);
        return Task.CompletedTask;
    }

    /// <summary>The credentials, each of which is enough.</summary>
    public static IEnumerable<OpenApiSecurityRequirement> Credentials(OpenApiDocument document) => [Requirement(document, Bearer), Requirement(document, Cookie)];

    private static OpenApiSecurityRequirement Requirement(OpenApiDocument document, string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    // A component of an id that the generator met first where it may be null says so, and so does each reference to it: null would be one of both.
    private static void TellIdsFromNull(OpenApiDocument document)
    {
        foreach (var id in document.Components?.Schemas?.Values.OfType<OpenApiSchema>().Where(schema => TypeIdSchema.IsPattern(schema.Pattern)) ?? [])
        {
            id.Type = JsonSchemaType.String;
        }
    }

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
