using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Carries the first factor's token to the page that asks for the second. A cookie and not a part of the address, which would stay in the browser's history.
/// </summary>
/// <param name="environment">Whether this is production.</param>
public sealed class SecondFactorCookie(IHostEnvironment environment)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "mfa_token";

    // The pages, and nothing of the API.
    private const string Path = "/auth";

    /// <summary>Sets it, for as long as the challenge lasts.</summary>
    public void Set(HttpContext context, SecondFactorChallenge challenge)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        context.Response.Cookies.Append(Name, challenge.Token, Options(context, TimeSpan.FromSeconds(challenge.ExpiresIn)));
    }

    /// <summary>The token; null where there is none.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 } token ? token : null;

    /// <summary>Makes the browser forget it.</summary>
    public void Expire(HttpContext context) => context.Response.Cookies.Append(Name, "", Options(context, TimeSpan.Zero));

    private CookieOptions Options(HttpContext context, TimeSpan maxAge) => new()
    {
        HttpOnly = true,
        // Not Strict: an external provider leads back here from its own site.
        SameSite = SameSiteMode.Lax,
        // In production TLS may end at a proxy, so the scheme seen here does not tell.
        Secure = environment.IsProduction() || context.Request.IsHttps,
        Path = Path,
        MaxAge = maxAge,
        Expires = maxAge == TimeSpan.Zero ? DateTimeOffset.UnixEpoch : null,
        IsEssential = true,
    };
}
