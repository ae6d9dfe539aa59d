using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Tells a site's own requests from those that another site makes a browser send with our cookies (OWASP ASVS 5.0, 3.5.1). Other clients send no cookies, or
/// know how to set a header.
/// </summary>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Whether the request changes nothing, or the browser says that it comes from our own pages.</summary>
    public static bool Sent(HttpRequest request)
    {
        // A WebSocket opens with GET, and is not under the same-origin policy.
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) && request.Headers.Upgrade.Count == 0)
        {
            return true;
        }

        // Fetch Metadata: set by the browser itself, out of reach of any script. "none" is the person, by a bookmark or the address bar.
        return request.Headers[FetchSite] is [{ } site]
            ? site is "same-origin" or "none"
            : request.Headers.Origin is [{ } origin] && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What a request from elsewhere is told.</summary>
    public static AuthorizationError Refused() => new("A request that is authenticated by a cookie has to come from the same origin");
}
