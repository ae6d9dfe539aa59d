namespace CleanApi.WebApi.Pages;

/// <summary>What a page says after something that was done on another one. A closed list: the address of a page can have been written by anybody.</summary>
internal static class PageNotice
{
    public const string PasswordChanged = "password-changed";
    public const string EmailVerified = "email-verified";
    public const string InvitationAccepted = "invitation-accepted";
    public const string PasskeyAdded = "passkey-added";
    public const string SignedOut = "signed-out";

    /// <summary>The text of a notice; null for one that there is not.</summary>
    public static string? Text(string? notice) => notice switch
    {
        PasswordChanged => "Your password is changed, and you are signed out everywhere. Sign in with the new one.",
        EmailVerified => "Your email address is verified. You can sign in now.",
        InvitationAccepted => "Welcome! Your account is ready. You can sign in now.",
        PasskeyAdded => "Your passkey is ready. You can sign in with it from now on.",
        SignedOut => "You are signed out.",
        _ => null,
    };

    /// <summary>The sign-in page with a notice.</summary>
    public static string AtSignIn(string notice) => At(PageAddresses.SignIn, notice);

    /// <summary>A page with a notice.</summary>
    public static string At(string page, string notice) => PageAddresses.With(page, "notice", notice);
}
