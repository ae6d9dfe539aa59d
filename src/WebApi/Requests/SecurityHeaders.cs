using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Requests;

/// <summary>Sets the security headers of every response.</summary>
public sealed class SecurityHeaders(IOptions<SecurityHeaderOptions> options, IHostEnvironment environment)
{
    /// <summary>The policy of responses that are not pages: they load and run nothing and cannot be framed.</summary>
    public const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues Permissions = "camera=(), microphone=(), geolocation=()";
    private static readonly StringValues Data = DataPolicy;
    private static readonly StringValues Page = PagePolicy.Default;
    private static readonly StringValues OneYear = "max-age=31536000; includeSubDomains; preload";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues Revalidate = "private, no-cache";

    private readonly StringValues xssProtection = options.Value.XssProtection;

    // A proxy usually terminates TLS, so the request's scheme is no indication; browsers ignore the header over plain HTTP (RFC 6797, section 8.1).
    private readonly bool strictTransport = options.Value.StrictTransportSecurity ?? !environment.IsDevelopment();

    /// <summary>Sets headers that the response has not set itself.</summary>
    public void Apply(HttpContext context)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers.XXSSProtection = xssProtection;
        if (headers[HttpHeaders.ReferrerPolicy].Count == 0)
        {
            headers[HttpHeaders.ReferrerPolicy] = Referrer;
        }

        headers[HttpHeaders.PermissionsPolicy] = Permissions;
        if (strictTransport)
        {
            headers.StrictTransportSecurity = OneYear;
        }

        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = IsPage(response.ContentType) ? context.Features.Get<PagePolicy>()?.ToString() ?? Page : Data;
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = IsKept(context) ? Revalidate : NoStore;
        }
    }

    // A tag tells versions of one resource apart. /me is another one for each person, so a browser in which somebody else signs in would take what it has kept for theirs:
    // only what the path names by its id may be kept. Answers to writes have a tag as well, and some have a secret.
    private static bool IsKept(HttpContext context) => context.Response.Headers.ETag.Count > 0
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint() is RouteEndpoint { RoutePattern.Parameters.Count: > 0 };

    private static bool IsPage(string? contentType) => contentType is not null && contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
}
