using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>
/// The cookies of browsers. No script reads them, other sites do not send them (SameSite), and the refresh token goes to the one address that takes it.
/// </summary>
/// <param name="environment">Whether this is production.</param>
public sealed class SessionCookies(IHostEnvironment environment)
{
    /// <summary>The access token's cookie.</summary>
    public const string AccessToken = "access_token";

    /// <summary>The refresh token's cookie.</summary>
    public const string RefreshToken = "refresh_token";

    private const string Everywhere = "/";

    /// <summary>Sets both.</summary>
    public void Set(HttpContext context, SessionResponse session)
    {
        context.Response.Cookies.Append(AccessToken, session.AccessToken, Options(context, Everywhere, TimeSpan.FromSeconds(session.ExpiresIn)));
        context.Response.Cookies.Append(RefreshToken, session.RefreshToken, Options(context, AuthController.RefreshPath, TimeSpan.FromSeconds(session.RefreshExpiresIn)));
    }

    /// <summary>Makes the browser forget both.</summary>
    public void Expire(HttpContext context)
    {
        context.Response.Cookies.Append(AccessToken, "", Options(context, Everywhere, TimeSpan.Zero));
        context.Response.Cookies.Append(RefreshToken, "", Options(context, AuthController.RefreshPath, TimeSpan.Zero));
    }

    private CookieOptions Options(HttpContext context, string path, TimeSpan maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        // In production TLS may end at a proxy, so the scheme seen here does not tell.
        Secure = environment.IsProduction() || context.Request.IsHttps,
        Path = path,
        MaxAge = maxAge,
        // Older browsers know only this one of the two.
        Expires = maxAge == TimeSpan.Zero ? DateTimeOffset.UnixEpoch : null,
        IsEssential = true,
    };
}
