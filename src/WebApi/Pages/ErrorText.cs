using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Pages;

/// <summary>The text of an error page.</summary>
public sealed record ErrorText(string Title, string Explanation, string Advice)
{
    private static readonly ErrorText Generic = new(
        "Something went wrong", "We could not do what you asked for.", "Go back and try again. If it happens again, tell support the reference below.");

    private static readonly ErrorText Upstream = new(
        "The provider did not answer", "We could not reach the service that you wanted to sign in with.",
        "Try again in a minute, or sign in with your password.");

    /// <summary>Returns the text for an error; for one that passes, with how long that takes.</summary>
    internal static ErrorText Of(AppException error) => error is RateLimitError { RetryAfter: var wait }
        ? Of(error.Code) with { Advice = $"Wait {WaitingTime.Of(wait)}, then try again." }
        : Of(error.Code);

    /// <summary>Returns the text for a sign-in error or an API error code; unknown codes are not echoed.</summary>
    public static ErrorText Of(string? code) => code switch
    {
        "access_denied" => new(
            "Sign-in was cancelled", "The provider told us that you did not agree to sign in.", "Sign in again, and agree when the provider asks you to."),
        "state_mismatch" => new(
            "This sign-in is no longer valid", "It was begun in another browser, too long ago, or has been finished already.",
            "Begin again from the sign-in page."),
        "domain_refused" => new(
            "This email domain is not allowed", "Signing in with this provider is limited to certain email domains, and yours is not among them.",
            "Use your work account, or ask your administrator."),
        "email_unverified" => new(
            "Your email address is not verified", "The provider has not verified your email address, so we cannot rely on it.",
            "Verify the address at the provider, then sign in again."),
        "account_exists" => new(
            "You already have an account", "An account with this email address exists, and it is not linked to this provider.",
            "Sign in as you usually do, with your password or a passkey."),
        "identity_in_use" => new(
            "Already linked to another account", "The account at the provider is linked to another account here.",
            "Sign in with the provider, or have it unlinked from the other account first."),
        "account_unavailable" => new(
            "Your account is not available", "Nobody can sign in with it at the moment.", "Ask your administrator."),
        "signed_out" => new(
            "You are signed out", "You signed out, or your session ended, before the provider led you back.", "Sign in, then try again."),
        "provider_error" => new(
            "The provider could not sign you in", "It answered with an error, or with something that we cannot rely on.",
            "Try again, or sign in with your password."),
        "provider_unavailable" or "provider_timeout" => Upstream,
        ErrorCodes.Upstream or ErrorCodes.UpstreamTimeout => Upstream,
        ErrorCodes.NotFound or ErrorCodes.MethodNotAllowed => new(
            "Page not found", "There is nothing at this address.", "Check the address, or begin at the home page."),
        ErrorCodes.Authentication => new(
            "You are not signed in", "Your session has ended, and what you sent was not done.", "Sign in, then do it again."),
        ErrorCodes.Authorization => new(
            "This was not allowed", "You do not have the right to do this, or the form was sent from another site.", "Open the page here and try again."),
        ErrorCodes.RateLimitExceeded => new(
            "Too many attempts", "There were too many requests in a short time.", "Wait a minute, then try again."),
        ErrorCodes.ServiceUnavailable => new(
            "We are busy right now", "The service cannot answer at the moment.", "Wait a minute, then try again."),
        _ => Generic,
    };
}
