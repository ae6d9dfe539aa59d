using CleanApi.Application.Common.Idempotency;
using CleanApi.WebApi.Events;
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

    /// <summary>The client's key of the request.</summary>
    public const string IdempotencyKey = "IdempotencyKey";

    /// <summary>The last event that a client of a stream has seen.</summary>
    public const string LastEventId = "LastEventId";

    /// <summary>A part of a file.</summary>
    public const string Range = "Range";

    private static readonly Dictionary<string, OpenApiParameter> All = new(StringComparer.Ordinal)
    {
        [RequestId] = Header(
            "X-Request-ID", "Your own id of the request, 1 to 128 letters, digits, dots, underscores and hyphens: logged, and sent back as X-Correlation-ID. Anything else is ignored."),
        [IfMatch] = Header("If-Match", "The ETag of the version that you have read: 412 when the resource has changed since (RFC 9110, section 13.1.1), such as `\"3\"`."),
        [IfNoneMatchOfWrite] = Header("If-None-Match", "412 when the resource is at one of these versions, or exists and this is `*` (RFC 9110, section 13.1.2)."),
        [IdempotencyKey] = Header(
            IdempotentRequest.Header,
            "Lets you send the request again: for 24 hours the first answer is repeated with `Idempotency-Replayed: true`, and nothing is done twice. 1 to 255 printable ASCII "
            + "characters, best a random UUID, with or without quotes; yours alone, and for this method and path. With another query, media type or body it is 422 "
            + "`IDEMPOTENCY_KEY_REUSED`, while the first is being carried out 409 `REQUEST_IN_PROGRESS`. What was refused with 401, 403, 422 or 429, or failed with 500 or more, is not kept."),
        [LastEventId] = Header("Last-Event-ID", "The last `id` that has arrived; `EventSource` sends it by itself. It takes precedence over `after`."),
        [Range] = Header(
            "Range", "One range of bytes, such as `bytes=0-1023` (RFC 9110, section 14.2). Another form, or a range that begins after the end, gets the whole file."),
        [IfNoneMatch] = Header("If-None-Match", "The ETag that you have: 304 without a body when it is still the current one (RFC 9110, section 13.1.2), such as `\"3\"`."),
    };

    /// <summary>The headers that an operation takes.</summary>
    public static IEnumerable<string> Of(OperationMetadata operation) =>
    [
        .. operation.IsConditional ? [IfMatch, IfNoneMatchOfWrite] : (string[])[],
        .. operation is { HasEntityTag: true, IsSafe: true } ? [IfMatch, IfNoneMatch] : (string[])[],
        .. operation.TakesIdempotencyKey ? [IdempotencyKey] : (string[])[],
        .. operation.FileTypes is not null ? [Range] : (string[])[],
        .. operation.MediaType == EventStreamResult.MediaType ? [LastEventId] : (string[])[],
        RequestId,
    ];

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
