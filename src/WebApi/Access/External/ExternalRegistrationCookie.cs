using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Carries the token of a first external sign-in to the page that asks which organization to join. Not in the URL, which somebody could send to somebody else.
/// </summary>
public sealed class ExternalRegistrationCookie(IHostEnvironment environment)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "external_registration";

    // Only the pages, not the API.
    private const string Path = "/auth";

    /// <summary>Sets the cookie for the lifetime of the token.</summary>
    public void Set(HttpContext context, ExternalRegistrationToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        context.Response.Cookies.Append(Name, token.Value, Options(context, token.Lifetime));
    }

    /// <summary>Returns the token; null when there is none.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 } token ? token : null;

    /// <summary>Deletes the cookie.</summary>
    public void Expire(HttpContext context) => context.Response.Cookies.Append(Name, "", Options(context, TimeSpan.Zero));

    private CookieOptions Options(HttpContext context, TimeSpan maxAge) => new()
    {
        HttpOnly = true,
        // Not Strict: the provider's callback is a cross-site navigation.
        SameSite = SameSiteMode.Lax,
        // In production a proxy may terminate TLS, so the request's scheme is no indication.
        Secure = environment.IsProduction() || context.Request.IsHttps,
        Path = Path,
        MaxAge = maxAge,
        Expires = maxAge == TimeSpan.Zero ? DateTimeOffset.UnixEpoch : null,
        IsEssential = true,
    };
}
