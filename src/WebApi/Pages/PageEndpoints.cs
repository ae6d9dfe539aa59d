using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.Pages;

/// <summary>The first page and the sign-in pages.</summary>
internal static class PageEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps the pages, which are excluded from the OpenAPI document.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("");
        pages.ExcludeFromDescription();
        pages.MapPageAssets();
        FormPage[] forms =
        [
            new SignInPage(), new SecondFactorPage(), new ReauthenticatePage(), new RegisterPage(), new VerifyEmailPage(), new ResendVerificationPage(),
            new ForgotPasswordPage(), new ResetPasswordPage(), new AcceptInvitationPage(),
        ];
        foreach (var form in forms)
        {
            pages.MapForm(form);
        }

        pages.MapMethods(HomePage.Address, Reading, (Delegate)HomePage.Show).AllowAnonymous();
        pages.MapMethods(PageAddresses.Error, Reading, ErrorPage.Show).AllowAnonymous();
        // Cast to Delegate: as a RequestDelegate, which also matches, its result would be dropped.
        pages.MapMethods(PageAddresses.SignedIn, Reading, (Delegate)SignedInPage.ShowAsync).RequireAuthorization();
        pages.MapPost(PageAddresses.SignOut, SignedInPage.SignOutAsync).AsForm(RatePolicies.Auth);
    }
}
