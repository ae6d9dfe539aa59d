using CleanApi.WebApi.Common;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// Compresses what is the same for everybody: the OpenAPI document, the docs and the assets of pages. Nothing else, over TLS neither: whoever can add to an answer
/// that holds a secret, and sees its length, can guess the secret (BREACH).
/// </summary>
public static class PublicCompression
{
    private const string Weak = "W/";

    private static readonly string[] Paths = ["/openapi", "/docs", "/auth/assets"];

    /// <summary>Adds Brotli and gzip.</summary>
    public static IServiceCollection AddPublicCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
    });

    /// <summary>Compresses the answers below these paths.</summary>
    public static IApplicationBuilder UsePublicCompression(this IApplicationBuilder app) => app.UseWhen(
        context => Array.Exists(Paths, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)),
        branch => branch.Use(ValidateWeaklyAsync).UseResponseCompression());

    // What has not been changed has the tag that it would have been sent with.
    private static bool WouldBeCompressed(HttpContext context)
    {
        var compression = context.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        return compression.GetCompressionProvider(context) is not null && (context.Response.ContentType is null || compression.ShouldCompressResponse(context));
    }

    // A compressed answer has other bytes under the same tag, which only a weak tag may (RFC 9110, section 8.8.1). Static files are compared strongly, so a client's weak tag
    // comes to them as what it was.
    private static Task ValidateWeaklyAsync(HttpContext context, RequestDelegate next)
    {
        // Static files would take * beside tags for * alone.
        EntityTags.IfMatch(context.Request);
        EntityTags.IfNoneMatch(context.Request);
        var known = context.Request.Headers.IfNoneMatch;
        if (known.Count > 0)
        {
            context.Request.Headers.IfNoneMatch = new StringValues([.. known.Select(tags => tags?.Replace("W/\"", "\"", StringComparison.Ordinal))]);
        }

        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (!headers.Vary.Any(value => value?.Contains(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase) is true))
            {
                headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            }

            var isKnown = context.Response.StatusCode == StatusCodes.Status304NotModified;
            if (isKnown && headers.ETag.Count == 0 && known is [{ } only] && !only.Contains(',', StringComparison.Ordinal) && only != "*")
            {
                // As in the answer that the client has (RFC 9110, section 15.4.5).
                headers.ETag = only;
            }

            if (headers.ETag is [{ } tag])
            {
                var strong = tag.StartsWith(Weak, StringComparison.Ordinal) ? tag[Weak.Length..] : tag;
                headers.ETag = headers.ContentEncoding.Count > 0 || (isKnown && WouldBeCompressed(context)) ? Weak + strong : strong;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
