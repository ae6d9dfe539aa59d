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
        context.Response.Cookies.Append(AccessToken, session.AccessToken, PrivateCookie.Options(context, environment, RootPath, TimeSpan.FromSeconds(session.ExpiresIn)));
        context.Response.Cookies.Append(RefreshToken, session.RefreshToken, PrivateCookie.Options(context, environment, AuthController.RefreshPath, TimeSpan.FromSeconds(session.RefreshExpiresIn)));
    }

    /// <summary>Deletes both cookies.</summary>
    public void Expire(HttpContext context)
    {
        context.Response.Cookies.Append(AccessToken, "", PrivateCookie.Options(context, environment, RootPath, TimeSpan.Zero));
        context.Response.Cookies.Append(RefreshToken, "", PrivateCookie.Options(context, environment, AuthController.RefreshPath, TimeSpan.Zero));
    }
}
