using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Requests;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Errors;

/// <summary>Writes an error response: the envelope, or RFC 9457 problem details if the client prefers them.</summary>
/// <param name="clock">Tells the time.</param>
/// <param name="site">The public address of this service; null: the address that the client says it has called.</param>
public sealed class ErrorWriter(TimeProvider clock, string? site = null)
{
    /// <summary>The path of the error pages.</summary>
    public const string DocumentationPath = "/docs/errors/";

    // Headers that describe the discarded body. Rate limits, CORS, cookies and Allow stay.
    private static readonly string[] HeadersOfTheBody =
    [
        HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ContentDisposition, HeaderNames.ContentLanguage, HeaderNames.ContentRange,
        HeaderNames.CacheControl, HeaderNames.Expires, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Location,
        HeaderNames.ContentSecurityPolicy,
    ];

    /// <summary>Returns the envelope of an error.</summary>
    public ErrorResponse Describe(HttpContext context, AppException error) =>
        new(new ErrorBody(
            error.Code, error.Message, error.Details, RequestContext.Of(context).Id, clock.GetUtcNow(), Documentation(context.Request, error.Code)));

    /// <summary>Writes status, headers and body. The response must not have started.</summary>
    public Task WriteAsync(HttpContext context, AppException error)
    {
        SetHeaders(context, error);
        context.Response.StatusCode = error.StatusCode;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return ProblemPreference.IsPreferred(context.Request.Headers.Accept)
            ? WriteAsync(context, DescribeProblem(context, error), ErrorJson.Compact.ProblemResponse, "application/problem+json")
            : WriteAsync(context, Describe(context, error), ErrorJson.Compact.ErrorResponse, "application/json; charset=utf-8");
    }

    /// <summary>Sets the headers of an error, whatever the format of its body.</summary>
    internal static void SetHeaders(HttpContext context, AppException error)
    {
        var headers = context.Response.Headers;
        foreach (var header in HeadersOfTheBody)
        {
            headers.Remove(header);
        }

        // Whoever has refused the request may know better.
        if (error is IRetryable retryable && headers.RetryAfter.Count == 0)
        {
            headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(retryable.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (error is AuthorizationError { MissingScope: { } scope })
        {
            headers.WWWAuthenticate = BearerChallenge.InsufficientScope(scope);
        }

        if (error.StatusCode == StatusCodes.Status401Unauthorized && headers.WWWAuthenticate.Count == 0)
        {
            // RFC 6750, section 3.1: no error code when no credential was sent.
            headers.WWWAuthenticate = context.Request.Headers.Authorization.Count == 0 ? BearerChallenge.Missing : BearerChallenge.Invalid;
        }
    }

    private static Task WriteAsync<T>(HttpContext context, T body, JsonTypeInfo<T> type, string contentType)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, type);
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private string Documentation(HttpRequest request, string code) => site is not null ? $"{site}{DocumentationPath}{code}" :
        request.Host.HasValue ? $"{request.Scheme}://{request.Host}{request.PathBase}{DocumentationPath}{code}" : DocumentationPath + code;

    private ProblemResponse DescribeProblem(HttpContext context, AppException error)
    {
        var requestId = RequestContext.Of(context).Id;
        return new ProblemResponse(
            Documentation(context.Request, error.Code), ErrorCatalogue.Title(error.Code), error.StatusCode, error.Message, $"urn:request:{requestId}",
            error.Code, requestId, clock.GetUtcNow(), [.. error.Details.Select(detail => Describe(detail, detail.Place ?? PlaceOf(error)))]);
    }

    // Errors of the query, the route and headers have no pointer into the body.
    private static FieldPlace PlaceOf(AppException error) => error switch
    {
        ValidationError invalid => invalid.Place,
        NotFoundError => FieldPlace.Elsewhere,
        _ => FieldPlace.Body,
    };

    private static ProblemError Describe(ErrorDetail detail, FieldPlace place) => new(
        place == FieldPlace.Body && detail.Field is { } field ? detail.Pointer ?? JsonPointer.FromPath(field) : null, detail.Field, detail.Code, detail.Message);
}
