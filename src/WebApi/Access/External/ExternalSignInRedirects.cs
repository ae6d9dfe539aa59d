using CleanApi.Application.Access;
using CleanApi.WebApi.Common;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Access;

/// <summary>The redirects of an external sign-in: to the provider, and after the callback to one of our pages, with cookies on success.</summary>
public sealed partial class ExternalSignInRedirects(
    SessionCookies sessions, SecondFactorCookie secondFactor, ExternalSignInCookie cookie, ILogger<ExternalSignInRedirects> logger)
{
    private const string SignedIn = "/auth/signed-in";
    private const string SecondFactor = "/auth/second-factor";
    private const string Error = "/auth/error?code=";

    /// <summary>Redirects to the provider.</summary>
    public IActionResult ToProvider(HttpContext context, ExternalAuthorization authorization)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        cookie.Set(context, authorization);
        return new RedirectionResult(StatusCodes.Status302Found, authorization.Url.AbsoluteUri);
    }

    /// <summary>Redirects to one of our pages.</summary>
    public IActionResult Back(HttpContext context, ExternalSignInResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Error is { } error)
        {
            LogFailed(error.Code, error.Message, error.InnerException?.GetType().Name);
            return SeeOther(Error + error.Code);
        }

        if (result.SignIn?.Challenge is { } challenge)
        {
            secondFactor.Set(context, challenge);
            return SeeOther(result.ReturnUrl is null ? SecondFactor : $"{SecondFactor}?returnUrl={Uri.EscapeDataString(result.ReturnUrl)}");
        }

        if (result.SignIn?.Session is { } session)
        {
            sessions.Set(context, session);
        }

        return SeeOther(result.ReturnUrl ?? SignedIn);
    }

    private static RedirectionResult SeeOther(string location) => new(StatusCodes.Status303SeeOther, location);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An external sign-in failed, {Code}: {Detail} ({Cause})")]
    private partial void LogFailed(string code, string detail, string? cause);
}
