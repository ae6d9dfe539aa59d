using CleanApi.WebApi.Access;

namespace CleanApi.WebApi.Pages;

/// <summary>The paths of the pages.</summary>
internal static class PageAddresses
{
    public const string Prefix = "/auth";
    public const string SignIn = "/auth/signin";
    public const string SignedIn = "/auth/signed-in";

    /// <summary>Below the path of the refresh cookie, so that it works after the access token's end.</summary>
    public const string SignOut = AuthController.RefreshPath + "/page/signout";

    /// <summary>Below the path of the refresh cookie: exchanges it for the next pair, and goes on.</summary>
    public const string Renew = AuthController.RefreshPath + "/page";

    public const string SecondFactor = "/auth/second-factor";
    public const string Enrolment = "/auth/set-up-second-factor";
    public const string SwitchOrganization = "/auth/switch-organization";
    public const string Reauthenticate = "/auth/reauthenticate";
    public const string Register = "/auth/register";
    public const string VerifyEmail = "/auth/verify-email";
    public const string ResendVerification = "/auth/resend-verification";
    public const string ForgotPassword = "/auth/forgot-password";
    public const string ResetPassword = "/auth/reset-password";
    public const string AcceptInvitation = "/auth/accept-invitation";
    public const string Join = "/auth/join";
    public const string Error = "/auth/error";

    /// <summary>The query parameter that marks a form as sent.</summary>
    public const string SentParameter = "sent";

    /// <summary>Adds a query parameter to a page's path unless the value is null.</summary>
    public static string With(string page, string name, string? value) =>
        value is null ? page : $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";

    /// <summary>A page with what a person has told another one already: their address, and where they want to go.</summary>
    public static string For(string page, string? email, string? returnUrl) => With(With(page, "email", email), "returnUrl", returnUrl);

    /// <summary>The path of a page after its form has sent a mail.</summary>
    public static string Sent(string page) => With(page, SentParameter, "1");
}
