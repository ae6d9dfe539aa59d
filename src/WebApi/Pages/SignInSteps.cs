using CleanApi.Application.Access;
using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>How a sign-in by page goes on.</summary>
internal static class SignInSteps
{
    /// <summary>With the session's cookies to where the person wanted to go, or to the second factor.</summary>
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
