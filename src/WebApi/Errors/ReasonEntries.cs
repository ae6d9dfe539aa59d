using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>The reasons of refusals.</summary>
internal static class ReasonEntries
{
    public static readonly FieldEntry[] All =
    [
        Of(
            ReasonCodes.InsufficientRole, "Insufficient role", "The role of the person, or of the API key's owner, does not have the permission. An administrator can do it, or change the role.",
            "Insufficient permissions"),
        Of(
            ReasonCodes.InsufficientScope, "Insufficient scope",
            "The API key was not given the permission that the message names; WWW-Authenticate names it too (RFC 6750, section 3.1). Create a key with that scope.",
            "The API key lacks the scope users:read"),
        Of(
            ReasonCodes.ExceedsOwnRights, "Exceeds own rights", "Nobody gives more rights than they have. Leave out the permissions that the message names.",
            "You do not have these permissions yourself: users:delete"),
        Of(ReasonCodes.NotOwner, "Not the owner", "Only the person whom the resource belongs to can do this.", "Only its owner can rotate a key"),
        Of(
            ReasonCodes.PersonRequired, "Person required", "API keys cannot do this, whatever their scopes. Sign in.",
            "A person has to be signed in for this"),
        Of(
            ReasonCodes.TestMode, "Test mode", "A key of test mode reads and changes nothing, because there is no test data apart from the live data. Create a live key.",
            "A test key cannot change anything: use a live key"),
        Of(
            ReasonCodes.MfaRequired, "Second factor required", "The organization requires a second factor, and the account has none. Set one up; all else works afterwards.",
            "Your organization requires you to set up a second factor first"),
        Of(
            ReasonCodes.RecentAuthenticationRequired, "Recent authentication required",
            "A session alone is not enough for this: it needs a proof of who you are of the last 10 minutes. Send your password, a code or a passkey to POST /api/v1/me/reauthenticate, or sign in again; then repeat the request.",
            "Prove again who you are, then repeat the request"),
        Of(
            ReasonCodes.OriginNotAllowed, "Origin not allowed",
            "A request that is authenticated by a cookie came from another site, or does not say where it comes from. Send it from a page of this service, or with a token instead of the cookie.",
            "A request that is authenticated by a cookie has to come from the same origin"),
        Of(ReasonCodes.OwnRole, "Own role", "Nobody changes their own role. Ask another administrator.", "Cannot change your own role"),
        Of(ReasonCodes.OwnAccount, "Own account", "Nobody deletes or deactivates themselves.", "Cannot delete your own account"),
        Of(
            ReasonCodes.LastAdministrator, "Last administrator", "It would leave the organization without an active administrator.",
            "An organization needs at least one active administrator; make somebody else an administrator first"),
        Of(ReasonCodes.AccountExists, "Account exists", "There is an account with this address.", "A user with this email already exists"),
        Of(
            ReasonCodes.InvitationNotPending, "Invitation not pending", "The invitation was accepted or revoked. Send a new one.",
            "Only a pending invitation can be sent again or revoked"),
        Of(
            ReasonCodes.InvitationLimit, "Invitation limit", "The invitation was sent as often as it can be. Revoke it and send a new one.",
            "An invitation can be sent 10 times, and this one has been"),
        Of(ReasonCodes.InvitationExpired, "Invitation expired", "The invitation was not accepted in time. Ask for a new one.", "The invitation has expired"),
        Of(ReasonCodes.KeyLimit, "Key limit", "The person has as many active API keys as they can have. Revoke one.", "Nobody can have more than 50 keys at a time"),
        Of(ReasonCodes.KeyNotActive, "Key not active", "The API key has ended. Create a new one.", "The key has been revoked or has expired"),
        Of(ReasonCodes.KeyRotated, "Key rotated", "The API key has a successor. Rotate that one.", "The key has been rotated already"),
        Of(ReasonCodes.NoPassword, "No password", "The account has no password to change. Set one by a mailed link.", "This account has no password yet"),
        Of(
            ReasonCodes.NoCredential, "No credential", "The account has neither a password, nor an authenticator app, nor a passkey. A sign-in with its provider proves who you are.",
            "This account has neither a password nor a second factor: sign in again with your provider"),
        Of(
            ReasonCodes.LastSignInMethod, "Last sign-in method", "Without it, nobody could sign in to the account. Set a password or link another provider first.",
            "You cannot unlink the only way to sign in to your account"),
        Of(ReasonCodes.NoSecondFactor, "No second factor", "The account has no second factor.", "Set up a second factor first"),
        Of(
            ReasonCodes.LastSecondFactor, "Last second factor", "The organization requires a second factor, and this is the account's only one.",
            "Your organization requires a second factor: set up another one first"),
        Of(ReasonCodes.TotpEnabled, "Authenticator app set up", "The account has an authenticator app. Remove it first.", "An authenticator app is set up already"),
        Of(ReasonCodes.TotpNotEnabled, "No authenticator app", "The account has no authenticator app.", "No authenticator app is set up"),
        Of(
            ReasonCodes.TotpNotStarted, "Authenticator app not begun", "There is nothing to confirm: setting up an authenticator app was not begun, or too long ago.",
            "Begin to set up an authenticator app first"),
        Of(
            ReasonCodes.PasskeysUnavailable, "Passkeys unavailable", "Browsers create passkeys for host names only. Use the service by its host name.",
            PasskeyErrors.UnavailableMessage),
        Of(
            ReasonCodes.PasskeyNotAccepted, "Passkey not accepted", "The challenge is used or expired, the origin is another one, or the passkey is registered already. Begin again.",
            PasskeyErrors.NotAcceptedMessage),
        Of(ReasonCodes.PasskeyLimit, "Passkey limit", "The account has as many passkeys as it can have. Remove one.", PasskeyErrors.TooManyMessage),
        Of(ReasonCodes.InUse, "In use", "Others refer to the resource.", "Other resources still depend on this one"),
    ];

    private static FieldEntry Of(string code, string title, string description, string message) => new(title, description, new ErrorDetail(null, code, message));
}
