using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Access;

/// <summary>What somebody is told who may not come in. One sentence for all reasons: which one it was would help only a stranger.</summary>
public static class AccessErrors
{
    /// <summary>Unknown address, wrong password, no password, locked out: not told which.</summary>
    public static AuthenticationError InvalidCredentials() => new("Invalid email or password");

    /// <summary>Wrong, used before, too late, too often, or for no sign-in that waits for one: not told which.</summary>
    public static AuthenticationError InvalidCode() => new("Invalid or expired code");

    /// <summary>A second authenticator app cannot be set up beside the first.</summary>
    public static ConflictError TotpIsOn() => new("An authenticator app is set up already");

    /// <summary>There is no authenticator app.</summary>
    public static ConflictError TotpIsOff() => new("No authenticator app is set up");

    /// <summary>There is nothing to confirm, or it was begun too long ago.</summary>
    public static ConflictError TotpNotBegun() => new("Begin to set up an authenticator app first");

    /// <summary>The last second factor, in an organization that requires one.</summary>
    public static ConflictError LastFactor() => new("Your organization requires a second factor: set up another one first");

    /// <summary>Recovery codes stand in for a second factor, and there is none.</summary>
    public static ConflictError NoFactor() => new("Set up a second factor first");

    /// <summary>Nothing to prove again with but a new sign-in, and the last one was too long ago.</summary>
    public static AuthorizationError SignInAgain() => new("Sign in again first");

    /// <summary>Forged, expired, revoked, used, or not a token at all: not told which.</summary>
    public static AuthenticationError InvalidToken() => new("Invalid or expired token");

    /// <summary>The token of a link: unknown, used, withdrawn or expired, not told which.</summary>
    public static ValidationError InvalidLink() => ValidationError.Of(
        "token", FieldCodes.InvalidValue, "This link is not valid any more: it has been used, has expired, or is incomplete. Ask for a new one");

    /// <summary>The password that has to be told before it is replaced is another one.</summary>
    public static ValidationError WrongCurrentPassword() => ValidationError.Of("currentPassword", FieldCodes.InvalidValue, "Current password is wrong");

    /// <summary>There is no password that could be replaced.</summary>
    public static ConflictError NoPassword() => new("This account has no password yet");

    /// <summary>The credential is a program's, and a password is a person's.</summary>
    public static AuthorizationError PersonRequired() => new("Only somebody who is signed in can do this");

    /// <summary>Without it, nobody could sign in to the account any more.</summary>
    public static ConflictError OnlyWayIn() => new("You cannot unlink the only way to sign in to your account");

    /// <summary>Ended, or another person's: not told which.</summary>
    public static NotFoundError SessionNotFound(SessionId id) => new("Session", id.ToString());

    /// <summary>Never existed, or is another's: not told which.</summary>
    public static NotFoundError ApiKeyNotFound(ApiKeyId id) => new("API key", id.ToString());

    /// <summary>Unknown passkey, wrong signature, used or expired challenge, a site that is not ours, a person who may not come in: not told which.</summary>
    public static AuthenticationError InvalidPasskey() => new("Invalid passkey");
}
