using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;

namespace CleanApi.WebApi.Errors;

/// <summary>The reasons of refusals.</summary>
internal static class ReasonEntries
{
    public static readonly FieldEntry[] All =
    [
        Of(
            ErrorCodes.Authorization, ReasonCodes.InsufficientRole, "Insufficient role",
            "The role of the person, or of the API key's owner, does not have the permission. Ask an administrator to do it, or to change the role.",
            "Insufficient permissions"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.InsufficientScope, "Insufficient scope",
            "The API key does not have the scope that the message names; WWW-Authenticate names it too (RFC 6750, section 3.1). Create a key with that scope.",
            "The API key lacks the scope users:read"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.ExceedsOwnRights, "Exceeds own rights",
            "Nobody gives more rights than they have. Leave out the permissions that the message names, or ask somebody who has them.",
            "You do not have these permissions yourself: users:delete"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.NotOwner, "Not the owner",
            "Only the person whom the resource belongs to can do this, whatever the role of others. Ask that person, or create a resource of your own.",
            "Only its owner can rotate a key"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.PersonRequired, "Person required",
            "API keys cannot do this, whatever their scopes. Sign in, and send the access token instead of the key.",
            "A person has to be signed in for this"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.TestMode, "Test mode",
            "A key of test mode reads and changes nothing, because there is no test data apart from the live data. Create a live key.",
            "A test key cannot change anything: use a live key"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.MfaRequired, "Second factor required",
            "The organization requires a second factor, and the account, or the one of the API key's owner, has none: set up an authenticator app or a passkey, then refresh the access token. A session that has not proved the factor of its account sends a code or a passkey to POST /api/v1/me/reauthenticate, and refreshes too. Whoever decides whether others need one has proved their own in the session: set one up, or send a code to POST /api/v1/me/reauthenticate.",
            "Your organization requires you to set up a second factor first"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.RecentAuthenticationRequired, "Recent authentication required",
            "A session alone is not enough for this: it needs a proof of who you are of the last 10 minutes. Send a code or a passkey, or your password where the account has no second factor, to POST /api/v1/me/reauthenticate, or sign in again; then repeat the request.",
            "Prove again who you are, then repeat the request"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.OriginNotAllowed, "Origin not allowed",
            "A request that is authenticated by a cookie came from another site, or does not say where it comes from. Send it from a page of this service or of a site that its operator lists, or with a token instead of the cookie.",
            "A request that is authenticated by a cookie has to come from the same origin"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.CurrentOrganization, "Current organization",
            "The session that sends the request is of the organization that it would switch to. Go on with its tokens.",
            "You are signed in to this organization already"),
        Of(ErrorCodes.BadRequest, ReasonCodes.OwnRole, "Own role", "Nobody changes their own role. Ask another administrator.", "Cannot change your own role"),
        Of(
            ErrorCodes.BadRequest, ReasonCodes.OwnAccount, "Own account", "Nobody deletes or deactivates themselves, or resets their own second factors. Ask another administrator.",
            "Cannot delete your own account"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.LastAdministrator, "Last administrator",
            "The change would leave the organization without an active administrator. Make another active user an administrator first.",
            "An organization needs at least one active administrator; make somebody else an administrator first"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.AccountExists, "Account exists",
            "The organization has a user with this address; or, of a link in a mail, the address has an account: sign in with it to accept an invitation, and send no password with the link of a registration, which adds the organization to the account.",
            "There is an account with this address already: sign in with it"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.OtherAccount, "Other account",
            "The invitation is for another address than the account's. Sign in with the account of the invited address, or, where it has none, accept without a session.",
            "The invitation is for another address than the one that you have signed in with: sign out first, or sign in with that one"),
        Of(
            ErrorCodes.Authorization, ReasonCodes.LocalAccount, "Local account",
            "An administrator has given the account its password: nobody has proved the address, so it opens that organization alone. The link of a forgotten password proves it.",
            "An administrator has given your account its password, and it opens this organization alone: prove your address first, with the link of a forgotten password"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.InvitationNotPending, "Invitation not pending",
            "The invitation was accepted, revoked or declined, and none of these can be undone. Send a new one to whoever has not joined.",
            "Only a pending invitation can be sent again or revoked"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.PostArchived, "Post archived",
            "An archived post keeps its title and body. Publish it again, then edit it.",
            PostErrors.ArchivedMessage),
        Of(
            ErrorCodes.Conflict, ReasonCodes.InvitationLimit, "Invitation limit", "The invitation was sent as often as it can be. Revoke it and send a new one.",
            "An invitation can be sent 10 times, and this one has been"),
        Of(
            ErrorCodes.Gone, ReasonCodes.InvitationExpired, "Invitation expired",
            "The invitation was not accepted within seven days. Ask for it to be sent again: that makes a new link.", "The invitation has expired"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.KeyLimit, "Key limit", "The person has as many active API keys as anybody can have. Revoke one that is not used any more.",
            "Nobody can have more than 50 keys at a time"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.KeyNotActive, "Key not active", "The API key was revoked or has expired, so it cannot be rotated. Create a new one.",
            "The key has been revoked or has expired"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.KeyRotated, "Key rotated", "The API key was rotated before, and a key has one successor. Rotate the successor.",
            "The key has been rotated already"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.NoPassword, "No password",
            "The account has no password that could be changed. Set one by the link that POST /api/auth/forgot-password mails.", "This account has no password yet"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.NoCredential, "No credential",
            "The account has neither a password, nor an authenticator app, nor a passkey. A sign-in with its provider proves who you are.",
            "This account has neither a password nor a second factor: sign in again with your provider"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.LastSignInMethod, "Last sign-in method",
            "The account would have neither a password nor a linked provider left. Set a password by the link that POST /api/auth/forgot-password mails, or link another provider first.",
            "You cannot unlink the only way to sign in to your account"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.NoSecondFactor, "No second factor",
            "Recovery codes stand in for a second factor, and the account has none. Set up an authenticator app or add a passkey first.", "Set up a second factor first"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.SharedAccount, "Shared account",
            "The person's account is in another organization too, and its second factors protect that one as well. The person removes them in a session that has one, signs in with a recovery code, or asks the operator.",
            "This person signs in to another organization with the same account, so its second factors are not yours to reset: ask the operator"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.LastSecondFactor, "Last second factor",
            "An organization that the account is in requires a second factor, and this is the account's only one. Set up another one, then remove this one.",
            "An organization that you are in requires a second factor: set up another one first"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.TotpEnabled, "Authenticator app set up",
            "An account has one authenticator app, and this one has it already. To change to another app, remove the present one first.",
            "An authenticator app is set up already"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.TotpNotEnabled, "No authenticator app",
            "The account has no authenticator app that could be removed. There is nothing to do; GET /api/v1/me/mfa/totp returns the status.",
            "No authenticator app is set up"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.TotpNotStarted, "Authenticator app not begun",
            "There is nothing to confirm: nobody has begun to set up an authenticator app within the last 15 minutes. Send POST /api/v1/me/mfa/totp, then confirm its code.",
            "Begin to set up an authenticator app first"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.PasskeysUnavailable, "Passkeys unavailable",
            "Browsers create passkeys for host names only, and this service is set up under an IP address. Its operator has to set its host name; sign in in another way meanwhile.",
            PasskeyErrors.UnavailableMessage),
        Of(
            ErrorCodes.BadRequest, ReasonCodes.PasskeyNotAccepted, "Passkey not accepted",
            "The challenge is used or expired, the origin is another one, or the passkey is registered already. Begin again.",
            PasskeyErrors.NotAcceptedMessage),
        Of(
            ErrorCodes.Conflict, ReasonCodes.PasskeyLimit, "Passkey limit", "The account has as many passkeys as it can have. Remove one that is not used any more.",
            PasskeyErrors.TooManyMessage),
        Of(
            ErrorCodes.Conflict, ReasonCodes.InUse, "In use", "Other resources still refer to this one, so it cannot be deleted. Delete those first.",
            "Other resources still depend on this one"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.StorageQuota, "Storage quota", "The file is larger than what the organization's quota leaves. Delete files that are not used any more.",
            "The files of the organization have 1024 bytes left: delete one that is not used any more"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.WebhookLimit, "Webhook limit", "The organization has as many webhook endpoints as it can have. Delete one that is not used any more.",
            "An organization can have 20 webhook endpoints: delete one that is not used any more"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.WebhookDisabled, "Webhook disabled",
            "Nothing is sent to a disabled webhook endpoint. Set its status to ENABLED first, with PATCH /api/v1/webhooks/{id}.", "The webhook endpoint is disabled: enable it first"),
        Of(
            ErrorCodes.Conflict, ReasonCodes.RequestInProgress, "Request in progress",
            "An earlier request with the same Idempotency-Key is being carried out. Wait as many seconds as Retry-After says, and send the same again: it is answered like the first.",
            "A request with this Idempotency-Key is being carried out: send it again in a moment"),
    ];

    private static FieldEntry Of(string error, string code, string title, string description, string message) =>
        new(title, description, new ErrorDetail(null, code, message)) { Error = error };
}
