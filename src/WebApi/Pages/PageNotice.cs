namespace CleanApi.WebApi.Pages;

/// <summary>A notice that a page shows after an action on another one. A closed list, because anyone can craft a page's URL.</summary>
/// <param name="Text">What has happened.</param>
/// <param name="IsWarning">Whether the action has not worked.</param>
public sealed record PageNotice(string Text, bool IsWarning = false)
{
    internal const string PasswordChanged = "password-changed";
    internal const string EmailVerified = "email-verified";
    internal const string InvitationAccepted = "invitation-accepted";
    internal const string OrganizationAdded = "organization-added";
    internal const string OrganizationJoined = "organization-joined";
    internal const string OrganizationUnavailable = "organization-unavailable";
    internal const string PasskeyAdded = "passkey-added";
    internal const string SecondFactorReady = "second-factor-ready";
    internal const string SignedOut = "signed-out";
    internal const string SignInAgain = "sign-in-again";

    private const string Parameter = "notice";

    /// <summary>Returns a notice; null when it is unknown.</summary>
    internal static PageNotice? Of(string? notice) => notice switch
    {
        PasswordChanged => new("Your password is changed, and you are signed out everywhere. Sign in with the new one."),
        EmailVerified => new("Your email address is verified. You can sign in now."),
        InvitationAccepted => new("Welcome! Your account is ready. You can sign in now."),
        OrganizationAdded => new("The organization is added to your account. Sign in as you usually do."),
        OrganizationJoined => new("Welcome! Your account has joined the organization. It is in the list below."),
        OrganizationUnavailable => new("You cannot go to that organization: you are not in it, or it has deactivated you.", IsWarning: true),
        PasskeyAdded => new("Your passkey is ready. You can sign in with it from now on."),
        SecondFactorReady => new("Your second factor is ready. You are asked for it when you sign in."),
        SignedOut => new("You are signed out."),
        SignInAgain => new("That took too long, or there were too many wrong codes. Sign in again, and then confirm with a new code.", IsWarning: true),
        _ => null,
    };

    /// <summary>The URL of a page with a notice.</summary>
    internal static string At(string page, string notice) => PageAddresses.With(page, Parameter, notice);

    /// <summary>The notice that the address of a page names.</summary>
    internal static PageNotice? Asked(PageRequest request) => Of(request.Text(Parameter));
}
