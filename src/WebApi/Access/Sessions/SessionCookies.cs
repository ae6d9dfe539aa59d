using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>The session cookies of browsers: HttpOnly, SameSite, and the refresh token only for the path that accepts it.</summary>
public sealed class SessionCookies(IHostEnvironment environment)
{
    /// <summary>The name of the access token's cookie.</summary>
    public const string AccessToken = "access_token";

    /// <summary>The name of the refresh token's cookie.</summary>
    public const string RefreshToken = "refresh_token";

    private const string RootPath = "/";

    /// <summary>Sets both cookies.</summary>
    public void Set(HttpContext context, SessionResponse session)
    {
        context.Response.Cookies.Append(AccessToken, session.AccessToken, Options(context, RootPath, TimeSpan.FromSeconds(session.ExpiresIn)));
        context.Response.Cookies.Append(RefreshToken, session.RefreshToken, Options(context, AuthController.RefreshPath, TimeSpan.FromSeconds(session.RefreshExpiresIn)));
    }

    /// <summary>Deletes both cookies.</summary>
    public void Expire(HttpContext context)
    {
        context.Response.Cookies.Append(AccessToken, "", Options(context, RootPath, TimeSpan.Zero));
        context.Response.Cookies.Append(RefreshToken, "", Options(context, AuthController.RefreshPath, TimeSpan.Zero));
    }

    private CookieOptions Options(HttpContext context, string path, TimeSpan maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        // In production a proxy may terminate TLS, so the request's scheme is no indication.
        Secure = environment.IsProduction() || context.Request.IsHttps,
        Path = path,
        MaxAge = maxAge,
        // Older browsers support only Expires.
        Expires = maxAge == TimeSpan.Zero ? DateTimeOffset.UnixEpoch : null,
        IsEssential = true,
    };
}
