using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Carries the MFA token and the available methods to the page for the second factor. Not in the URL, which would stay in the browser's history.
/// </summary>
public sealed class SecondFactorCookie(IHostEnvironment environment)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "mfa_token";

    // Only the pages, not the API.
    private const string Path = "/auth";

    // Occurs in no token and in no method's name.
    private const char Separator = '.';

    /// <summary>Sets the cookie for the lifetime of the challenge.</summary>
    public void Set(HttpContext context, MfaChallenge challenge)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        context.Response.Cookies.Append(Name, string.Join(Separator, [challenge.Token, .. challenge.Methods]), PrivateCookie.Options(context, environment, Path, TimeSpan.FromSeconds(challenge.ExpiresIn)));
    }

    /// <summary>Returns the MFA token and the available methods; null when there is no token.</summary>
    public static (string Token, IReadOnlyList<string> Methods)? Read(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Cookies[Name]?.Split(Separator) is [{ Length: > 0 } token, .. var methods] ? (token, methods) : null;
    }

    /// <summary>Deletes the cookie.</summary>
    public void Expire(HttpContext context) => context.Response.Cookies.Append(Name, "", PrivateCookie.Options(context, environment, Path, TimeSpan.Zero));
}
