using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Request headers that mean the same everywhere.</summary>
internal static class RequestHeaders
{
    /// <summary>The caller's own id of the request.</summary>
    public const string RequestId = "RequestId";

    /// <summary>Only when the resource is at this version.</summary>
    public const string IfMatch = "IfMatch";

    /// <summary>Only when the resource is at another version.</summary>
    public const string IfNoneMatch = "IfNoneMatch";

    /// <summary>The same on a write.</summary>
    public const string IfNoneMatchOfWrite = "IfNoneMatchOfWrite";

    private static readonly Dictionary<string, OpenApiParameter> All = new(StringComparer.Ordinal)
    {
        [RequestId] = Header(
            "X-Request-ID", "Your own id of the request, 1 to 128 letters, digits, dots, underscores and hyphens: logged, and sent back as X-Correlation-ID. Anything else is ignored."),
        [IfMatch] = Header("If-Match", "The ETag of the version that you have read: 412 when the resource has changed since (RFC 9110, section 13.1.1), such as `\"3\"`."),
        [IfNoneMatchOfWrite] = Header("If-None-Match", "412 when the resource is at one of these versions, or exists and this is `*` (RFC 9110, section 13.1.2)."),
        [IfNoneMatch] = Header("If-None-Match", "The ETag that you have: 304 without a body when it is still the current one (RFC 9110, section 13.1.2), such as `\"3\"`."),
    };

    /// <summary>A reference to a header.</summary>
    public static OpenApiParameterReference Refer(OpenApiDocument document, string name)
    {
        if (document.Components?.Parameters?.ContainsKey(name) != true)
        {
            document.AddComponent<IOpenApiParameter>(name, All[name]);
        }

        return new OpenApiParameterReference(name, document);
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        // Without an example: the page would send it.
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
