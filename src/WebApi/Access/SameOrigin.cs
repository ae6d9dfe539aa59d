using CleanApi.Domain.Errors;
using CleanApi.WebApi.Edge;

namespace CleanApi.WebApi.Access;

/// <summary>
/// CSRF protection: detects requests with our cookies that another site caused (OWASP ASVS 5.0, 3.5.1). Clients other than browsers send no cookies, or can set
/// a header.
/// </summary>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Whether the request is safe, or the browser states that it is same-origin.</summary>
    public static bool IsAllowed(HttpRequest request)
    {
        // A WebSocket handshake is a GET and not subject to the same-origin policy.
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) && request.Headers.Upgrade.Count == 0)
        {
            return true;
        }

        return IsOwn(request);
    }

    /// <summary>Whether the browser states nothing, or that the request is of a page of ours or of a listed origin: what is asked of a response that stays open.</summary>
    public static bool MayStayOpen(HttpRequest request) => !IsStated(request) || IsOwn(request) || IsListed(request);

    /// <summary>Whether it is safe, or from an origin that the operator lets use cookies (<c>Cors__AllowedOrigins</c>).</summary>
    public static bool IsTrusted(HttpRequest request) => IsAllowed(request) || IsListed(request);

    /// <summary>Whether it is from no browser, or from a page that may call without cookies.</summary>
    public static bool MayCall(HttpRequest request) =>
        !IsStated(request) || IsTrusted(request) || request.HttpContext.RequestServices.GetService<CorsSettings>()?.IsAny is true;

    /// <summary>Whether the browser states that another site's page has caused the request, and not one that the operator lists.</summary>
    public static bool IsFromAnotherSite(HttpRequest request) => request.Headers[FetchSite] is ["cross-site"] && !IsListed(request);

    /// <summary>Whether the client states where the request comes from, as browsers do.</summary>
    public static bool IsStated(HttpRequest request) => request.Headers.ContainsKey(FetchSite) || request.Headers.Origin.Count > 0;

    /// <summary>The error for a cross-origin request.</summary>
    public static AuthorizationError CrossOriginError() => new(ReasonCodes.OriginNotAllowed, "A request that is authenticated by a cookie has to come from the same origin");

    // Fetch Metadata: set by the browser, a script cannot change it. "none" is a user navigation, from a bookmark or the address bar.
    private static bool IsOwn(HttpRequest request) => request.Headers[FetchSite] is [{ } site]
        ? site is "same-origin" or "none"
        : request.Headers.Origin is [{ } origin] && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsListed(HttpRequest request) =>
        request.Headers.Origin is [{ } origin] && request.HttpContext.RequestServices.GetService<CorsSettings>()?.Trusts(origin) is true;
}
