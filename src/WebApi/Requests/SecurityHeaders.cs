using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Requests;

/// <summary>The headers that every response carries, whatever it is.</summary>
public sealed class SecurityHeaders(IOptions<SecurityHeaderOptions> options, IHostEnvironment environment)
{
    /// <summary>Policy of everything that is not a page: such a response loads and runs nothing, and nobody frames it.</summary>
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

    // TLS usually ends at a proxy, so the scheme seen here does not tell; browsers ignore the header over plain HTTP (RFC 6797, section 8.1).
    private readonly bool strictTransport = options.Value.StrictTransportSecurity ?? environment.IsProduction();

    /// <summary>Sets what the response has not set itself.</summary>
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
            // An answer with an ETag is meant to be asked for again with If-None-Match, which no-store would rule out.
            headers.CacheControl = headers.ETag.Count == 0 ? NoStore : Revalidate;
        }
    }

    private static bool IsPage(string? contentType) => contentType is not null && contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
}
