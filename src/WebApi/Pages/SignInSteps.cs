using CleanApi.Application.Access;
using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The step after a sign-in on a page.</summary>
internal static class SignInSteps
{
    /// <summary>Sets the session cookies and redirects to the return URL, or redirects to the second factor.</summary>
    public static IResult Next(PageRequest request, SignInResponse signIn)
    {
        var (http, services) = (request.Http, request.Http.RequestServices);
        if (signIn.Challenge is { } challenge)
        {
            services.GetRequiredService<SecondFactorCookie>().Set(http, challenge);
            return new SeeOther(PageAddresses.With(PageAddresses.SecondFactor, "returnUrl", request.ReturnUrl));
        }

        services.GetRequiredService<SessionCookies>().Set(http, signIn.Session!);
        return new SeeOther(request.ReturnUrl ?? PageAddresses.SignedIn);
    }
}
