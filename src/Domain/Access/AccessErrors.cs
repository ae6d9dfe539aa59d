using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Access;

/// <summary>The errors of the Access module. Several reasons share one message, so that an attacker cannot tell them apart.</summary>
public static class AccessErrors
{
    /// <summary>Unknown address, wrong password, no password or locked out; the message does not say which.</summary>
    public static AuthenticationError InvalidCredentials(string refusal = RefusalReasons.InvalidCredentials) => new("Invalid email or password", refusal);

    /// <summary>The code is wrong or used, the MFA challenge is unknown or expired, or there were too many attempts; the message does not say which.</summary>
    public static AuthenticationError InvalidCode(string refusal = RefusalReasons.WrongCode) => new("Invalid or expired code", refusal);

    /// <summary>An account has at most one authenticator app.</summary>
    public static ConflictError TotpAlreadyEnabled() => new(ReasonCodes.TotpEnabled, "An authenticator app is set up already");

    /// <summary>The account has no authenticator app.</summary>
    public static ConflictError TotpNotEnabled() => new(ReasonCodes.TotpNotEnabled, "No authenticator app is set up");

    /// <summary>The account has no unconfirmed TOTP secret, or it has expired.</summary>
    public static ConflictError TotpNotStarted() => new(ReasonCodes.TotpNotStarted, "Begin to set up an authenticator app first");

    /// <summary>The last second factor cannot be removed where an organization of the account requires one; the message does not say which.</summary>
    public static ConflictError LastSecondFactor() => new(
        ReasonCodes.LastSecondFactor, "An organization that you are in requires a second factor: set up another one first");

    /// <summary>Recovery codes need a second factor, and the account has none.</summary>
    public static ConflictError NoSecondFactor() => new(ReasonCodes.NoSecondFactor, "Set up a second factor first");

    /// <summary>Step-up authentication: the last proof of who the person of the session is has become too old.</summary>
    public static AuthorizationError RecentAuthenticationRequired() => new(
        ReasonCodes.RecentAuthenticationRequired, "Prove again who you are, then repeat the request");

    /// <summary>The second factors of an account that is in several organizations are for none of them alone to remove.</summary>
    public static ConflictError SharedAccount() => new(
        ReasonCodes.SharedAccount, "This person signs in to another organization with the same account, so its second factors are not yours to reset: ask the operator");

    /// <summary>Who decides whether others need a second factor has one, and has proved it in the session.</summary>
    public static AuthorizationError SecondFactorRequired() => new(
        ReasonCodes.MfaRequired, "This needs a second factor of your own: set one up, or prove it in this session");

    /// <summary>The account has neither password nor second factor: only its provider can prove who somebody is.</summary>
    public static ConflictError NoCredential() => new(
        ReasonCodes.NoCredential, "This account has neither a password nor a second factor: sign in again with your provider");

    /// <summary>Forged, expired, revoked, used or malformed; the message does not say which.</summary>
    public static AuthenticationError InvalidToken(string? refusal = null) => new("Invalid or expired token", refusal);

    /// <summary>Unknown, used or expired; the message does not say which.</summary>
    public static AuthenticationError InvalidTicket() =>
        new("The ticket is not valid: each opens one connection, within 30 seconds. Get another one with POST /api/v1/events/tickets");

    /// <summary>Unknown, expired, revoked, or its owner may not sign in; the message does not say which.</summary>
    public static AuthenticationError InvalidApiKey() => new("Invalid, expired or revoked API key");

    /// <summary>The token of a link is unknown, used, revoked or expired; the message does not say which.</summary>
    public static ValidationError InvalidLink() => ValidationError.Refused(
        "token", "This link is not valid any more: it has been used, has expired, or is incomplete. Ask for a new one", RefusalReasons.InvalidLink);

    /// <summary>The address of the link has no account yet, whose password has to be chosen. Only returned to the holder of the link.</summary>
    public static ValidationError PasswordRequired() => ValidationError.Of("password", FieldCodes.Required, "Password is required");

    /// <summary>The address of the link has an account, whose password stays. Only returned to the holder of the link.</summary>
    public static ConflictError AccountExists() => new(
        ReasonCodes.AccountExists, "There is an account with this address already: sign in with it");

    /// <summary>The account opens its organization alone: nobody has proved its address.</summary>
    public static AuthorizationError LocalAccount() => new(
        ReasonCodes.LocalAccount, "An administrator has given your account its password, and it opens this organization alone: prove your address first, with the link of a forgotten password");

    /// <summary>The session is of that organization already: another one would be one more of the same.</summary>
    public static ConflictError CurrentOrganization() => new(ReasonCodes.CurrentOrganization, "You are signed in to this organization already");

    /// <summary>The account is not in the organization, or the organization does not exist; the message does not say which.</summary>
    public static NotFoundError OrganizationNotFound(OrganizationId id, string? refusal = null) => new("Organization", id.ToString(), "of yours") { Refusal = refusal };

    /// <summary>The current password is wrong.</summary>
    public static ValidationError WrongCurrentPassword() => ValidationError.Refused(
        "currentPassword", "Current password is wrong", RefusalReasons.WrongPassword);

    /// <summary>The password that was to prove who the caller is is wrong.</summary>
    public static ValidationError WrongPassword() => ValidationError.Refused("password", "Password is wrong", RefusalReasons.WrongPassword);

    /// <summary>The account has a second factor: the password alone does not prove who somebody is.</summary>
    public static ValidationError PasswordIsNoProof() => ValidationError.Refused(
        "password", "Your account has a second factor: use it instead of the password", ReasonCodes.MfaRequired);

    /// <summary>The code is wrong or used.</summary>
    public static ValidationError WrongCode() => ValidationError.Refused("code", "Wrong code", RefusalReasons.WrongCode);

    /// <summary>The passkey is not the account's, or its challenge is used, expired or another one's; the message does not say which.</summary>
    public static ValidationError WrongPasskey(string? refusal = RefusalReasons.InvalidPasskey) =>
        ValidationError.Refused("credential", "This passkey is not accepted", refusal);

    /// <summary>The account has no password to change.</summary>
    public static ConflictError NoPassword() => new(ReasonCodes.NoPassword, "This account has no password yet");

    /// <summary>The identity is the account's only sign-in method.</summary>
    public static ConflictError LastSignInMethod() => new(
        ReasonCodes.LastSignInMethod, "You cannot unlink the only way to sign in to your account");

    /// <summary>The person has <see cref="ApiKey.MaxActiveKeys"/> active keys.</summary>
    public static ConflictError KeyLimitReached() => new(ReasonCodes.KeyLimit, $"Nobody can have more than {ApiKey.MaxActiveKeys} keys at a time");

    /// <summary>The key was revoked, or has expired.</summary>
    public static ConflictError KeyNotActive() => new(ReasonCodes.KeyNotActive, "The key has been revoked or has expired");

    /// <summary>The key has a successor already.</summary>
    public static ConflictError KeyRotated() => new(ReasonCodes.KeyRotated, "The key has been rotated already");

    /// <summary>A key only ever loses scopes: what a key can do is decided when it is created.</summary>
    public static ValidationError ScopeNotGranted(string scope) => ValidationError.Of(
        "scopes", FieldCodes.InvalidValue, $"The key does not have {scope}, and a key never gets more: create another one");

    /// <summary>Only its owner may receive the successor of a key: with it, anybody could act as the owner.</summary>
    public static AuthorizationError NotKeyOwner() => new(ReasonCodes.NotOwner, "Only its owner can rotate a key");

    /// <summary>The session has ended or is another user's; the message does not say which.</summary>
    public static NotFoundError SessionNotFound(SessionId id) => new("Session", id.ToString(), "of yours");

    /// <summary>The key does not exist or is another user's; the message does not say which.</summary>
    public static NotFoundError ApiKeyNotFound(ApiKeyId id) => new("API key", id.ToString(), "that you can manage");

    /// <summary>Unknown passkey, wrong signature, used or expired challenge, foreign origin, or user not active; the message does not say which.</summary>
    public static AuthenticationError InvalidPasskey(string? refusal = RefusalReasons.InvalidPasskey) => new("Invalid passkey", refusal);
}
