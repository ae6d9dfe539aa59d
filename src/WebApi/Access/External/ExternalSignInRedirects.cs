using CleanApi.Application.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Access;

/// <summary>The redirects of an external sign-in: to the provider, and after the callback to one of our pages, with cookies on success.</summary>
public sealed class ExternalSignInRedirects(SessionCookies sessions, SecondFactorCookie secondFactor, ExternalRegistrationCookie registration, ExternalSignInCookie cookie)
{
    private const string SignedIn = "/auth/signed-in";
    private const string SecondFactor = "/auth/second-factor";
    private const string Enrolment = "/auth/set-up-second-factor";
    private const string Join = "/auth/join";
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
            // The page tells the person no more than the code; the operator needs to know what the provider did.
            RequestContext.Of(context).Fail(error.Code, failure: null, $"{error.Message}{(error.InnerException is { } inner ? $", {inner.GetType().Name}" : "")}");
            return SeeOther(Error + error.Code);
        }

        if (result.Registration is { } token)
        {
            registration.Set(context, token);
            return SeeOther(With(Join, result.ReturnUrl));
        }

        if (result.SignIn?.Challenge is { } challenge)
        {
            secondFactor.Set(context, challenge);
            return SeeOther(With(SecondFactor, result.ReturnUrl));
        }

        if (result.SignIn?.Session is { } session)
        {
            sessions.Set(context, session);
            if (session.MfaEnrollmentRequired)
            {
                return SeeOther(With(Enrolment, result.ReturnUrl));
            }
        }

        return SeeOther(result.ReturnUrl ?? SignedIn);
    }

    private static string With(string page, string? returnUrl) => returnUrl is null ? page : $"{page}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static RedirectionResult SeeOther(string location) => new(StatusCodes.Status303SeeOther, location);
}
