using CleanApi.WebApi.Overload;
using CleanApi.WebApi.RateLimits;

namespace CleanApi.WebApi.Pages;

/// <summary>The home page and the sign-in pages.</summary>
internal static class PageEndpoints
{
    /// <summary>Maps the pages, which are excluded from the OpenAPI document.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("");
        pages.ExcludeFromDescription();
        pages.MapPageAssets();
        FormPage[] forms =
        [
            new SignInPage(), new SecondFactorPage(), new ReauthenticatePage(), new RegisterPage(), new VerifyEmailPage(), new ResendVerificationPage(),
            new ForgotPasswordPage(), new ResetPasswordPage(), new ConfirmEmailPage(), new AcceptInvitationPage(), new JoinPage(), new EnrolmentPage(),
            new SwitchOrganizationPage(),
        ];
        foreach (var form in forms)
        {
            pages.MapForm(form);
        }

        pages.MapGet(HomePage.Address, (Delegate)HomePage.Show).AllowAnonymous();
        pages.MapGet(PageAddresses.Error, ErrorPage.Show).AllowAnonymous();
        // Cast to Delegate: as a RequestDelegate, which also matches, its result would be dropped.
        pages.MapGet(PageAddresses.SignedIn, (Delegate)SignedInPage.ShowAsync).RequireAuthorization();
        pages.MapPost(PageAddresses.SignOut, SignedInPage.SignOutAsync).AsForm(RatePolicies.Api).WithMetadata(new ForBrowsersAttribute(), new NeverShedAttribute()).AllowAnonymous();
        pages.MapPost(PageAddresses.Renew, (Delegate)SignedInPage.RenewAsync).AsForm(RatePolicies.Api).WithMetadata(new ForBrowsersAttribute()).AllowAnonymous();
    }
}
