using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Ties a sign-in at another provider to the browser that began it: without the cookie, an answer from the provider is somebody else's
/// (RFC 9700, section 4.7).
/// </summary>
/// <param name="environment">Whether this is production.</param>
public sealed class ExternalSignInCookie(IHostEnvironment environment)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "external_signin";

    private const string Path = "/api/auth/external";

    /// <summary>Sets it, for as long as there is to come back.</summary>
    public void Set(HttpContext context, ExternalAuthorization authorization)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(authorization);
        context.Response.Cookies.Append(Name, authorization.BrowserSecret, new CookieOptions
        {
            HttpOnly = true,
            // Not Strict: the browser comes back from the provider's site.
            SameSite = SameSiteMode.Lax,
            // In production TLS may end at a proxy, so the scheme seen here does not tell.
            Secure = environment.IsProduction() || context.Request.IsHttps,
            Path = Path,
            MaxAge = authorization.Lifetime,
            IsEssential = true,
        });
    }

    /// <summary>What the browser keeps; null when it keeps nothing.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 } secret ? secret : null;
}
