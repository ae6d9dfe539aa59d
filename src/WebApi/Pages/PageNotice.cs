namespace CleanApi.WebApi.Pages;

/// <summary>The notices that a page shows after an action on another one. A closed list, because anyone can craft a page's URL.</summary>
internal static class PageNotice
{
    public const string PasswordChanged = "password-changed";
    public const string EmailVerified = "email-verified";
    public const string EmailChanged = "email-changed";
    public const string EmailRestored = "email-restored";
    public const string InvitationAccepted = "invitation-accepted";
    public const string OrganizationAdded = "organization-added";
    public const string OrganizationJoined = "organization-joined";
    public const string PasskeyAdded = "passkey-added";
    public const string SignedOut = "signed-out";

    /// <summary>Returns the text of a notice; null when it is unknown.</summary>
    public static string? Text(string? notice) => notice switch
    {
        PasswordChanged => "Your password is changed, and you are signed out everywhere. Sign in with the new one.",
        EmailVerified => "Your email address is verified. You can sign in now.",
        EmailChanged => "Your address is changed. Sign in with the new one from now on.",
        EmailRestored => "Your address is as it was, and you are signed out everywhere. Set a new password by the link in the mail that you get now.",
        InvitationAccepted => "Welcome! Your account is ready. You can sign in now.",
        OrganizationAdded => "The organization is added to your account. Sign in as you usually do.",
        OrganizationJoined => "Welcome! Your account has joined the organization.",
        PasskeyAdded => "Your passkey is ready. You can sign in with it from now on.",
        SignedOut => "You are signed out.",
        _ => null,
    };

    /// <summary>The URL of the sign-in page with a notice.</summary>
    public static string AtSignIn(string notice) => At(PageAddresses.SignIn, notice);

    /// <summary>The URL of a page with a notice.</summary>
    public static string At(string page, string notice) => PageAddresses.With(page, "notice", notice);
}
