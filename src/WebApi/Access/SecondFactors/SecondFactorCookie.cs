using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Carries the first factor's token to the page that asks for the second, with what it can be answered with. A cookie and not a part of the address, which would stay in the browser's history.
/// </summary>
/// <param name="environment">Whether this is production.</param>
public sealed class SecondFactorCookie(IHostEnvironment environment)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "mfa_token";

    // The pages, and nothing of the API.
    private const string Path = "/auth";

    // In no token, and in no method's name.
    private const char Separator = '.';

    /// <summary>Sets it, for as long as the challenge lasts.</summary>
    public void Set(HttpContext context, MfaChallenge challenge)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        context.Response.Cookies.Append(Name, string.Join(Separator, [challenge.Token, .. challenge.Methods]), Options(context, TimeSpan.FromSeconds(challenge.ExpiresIn)));
    }

    /// <summary>The token, and what the question can be answered with; null where there is no token.</summary>
    public static (string Token, IReadOnlyList<string> Methods)? Read(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Cookies[Name]?.Split(Separator) is [{ Length: > 0 } token, .. var methods] ? (token, methods) : null;
    }

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
