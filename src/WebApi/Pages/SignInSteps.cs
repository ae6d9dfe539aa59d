using CleanApi.Application.Access;
using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The step after a sign-in on a page.</summary>
internal static class SignInSteps
{
    /// <summary>
    /// Sets the session cookies and redirects to the return URL, or redirects to the second factor: to confirm it, or to set up the one that the organization
    /// requires.
    /// </summary>
    public static IResult Next(PageRequest request, SignInResponse signIn)
    {
        var (http, services) = (request.Http, request.Http.RequestServices);
        if (signIn.Challenge is { } challenge)
        {
            services.GetRequiredService<SecondFactorCookie>().Set(http, challenge);
            return new SeeOther(PageAddresses.With(PageAddresses.SecondFactor, "returnUrl", request.ReturnUrl));
        }

        return Next(request, signIn.Session!);
    }

    /// <summary>The same with a session.</summary>
    public static IResult Next(PageRequest request, SessionResponse session)
    {
        request.Http.RequestServices.GetRequiredService<SessionCookies>().Set(request.Http, session);
        return new SeeOther(session.MfaEnrollmentRequired
            ? PageAddresses.With(PageAddresses.Enrolment, "returnUrl", request.ReturnUrl)
            : request.ReturnUrl ?? PageAddresses.SignedIn);
    }
}
