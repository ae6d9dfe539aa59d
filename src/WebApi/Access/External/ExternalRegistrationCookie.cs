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
        context.Response.Cookies.Append(Name, token.Value, PrivateCookie.Options(context, environment, Path, token.Lifetime));
    }

    /// <summary>Returns the token; null when there is none.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 } token ? token : null;

    /// <summary>Deletes the cookie.</summary>
    public void Expire(HttpContext context) => context.Response.Cookies.Append(Name, "", PrivateCookie.Options(context, environment, Path, TimeSpan.Zero));
}
