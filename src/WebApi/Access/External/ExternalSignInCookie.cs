using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Binds an external sign-in to the browser that started it: a callback without the cookie is rejected as login CSRF (RFC 9700, section 4.7).
/// </summary>
public sealed class ExternalSignInCookie(IHostEnvironment environment)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "external_signin";

    private const string Path = "/api/auth/external";

    /// <summary>Sets the cookie for the lifetime of the authorization request.</summary>
    public void Set(HttpContext context, ExternalAuthorization authorization)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(authorization);
        context.Response.Cookies.Append(Name, authorization.BrowserSecret, PrivateCookie.Options(context, environment, Path, authorization.Lifetime));
    }

    /// <summary>Returns the cookie's value; null when the browser sent none.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 } secret ? secret : null;
}
