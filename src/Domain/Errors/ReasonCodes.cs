namespace CleanApi.Domain.Errors;

/// <summary>
/// The closed list of reasons for which a request is refused by the state of things or by the caller's rights. Such an error has one
/// <see cref="ErrorDetail"/> without a field, with one of these codes; <c>/docs/errors/{code}</c> describes each.
/// </summary>
public static class ReasonCodes
{
    public const string InsufficientRole = "INSUFFICIENT_ROLE";
    public const string InsufficientScope = "INSUFFICIENT_SCOPE";
    public const string ExceedsOwnRights = "EXCEEDS_OWN_RIGHTS";
    public const string NotOwner = "NOT_OWNER";
    public const string PersonRequired = "PERSON_REQUIRED";
    public const string TestMode = "TEST_MODE";
    public const string MfaRequired = "MFA_REQUIRED";
    public const string RecentAuthenticationRequired = "RECENT_AUTHENTICATION_REQUIRED";
    public const string OriginNotAllowed = "ORIGIN_NOT_ALLOWED";
    public const string OwnRole = "OWN_ROLE";
    public const string OwnAccount = "OWN_ACCOUNT";
    public const string LastAdministrator = "LAST_ADMINISTRATOR";
    public const string AccountExists = "ACCOUNT_EXISTS";
    public const string LocalAccount = "LOCAL_ACCOUNT";
    public const string OtherAccount = "OTHER_ACCOUNT";
    public const string InvitationNotPending = "INVITATION_NOT_PENDING";
    public const string InvitationLimit = "INVITATION_LIMIT";
    public const string InvitationExpired = "INVITATION_EXPIRED";
    public const string KeyLimit = "KEY_LIMIT";
    public const string KeyNotActive = "KEY_NOT_ACTIVE";
    public const string KeyRotated = "KEY_ROTATED";
    public const string NoPassword = "NO_PASSWORD";
    public const string NoCredential = "NO_CREDENTIAL";
    public const string LastSignInMethod = "LAST_SIGN_IN_METHOD";
    public const string NoSecondFactor = "NO_SECOND_FACTOR";
    public const string SharedAccount = "SHARED_ACCOUNT";
    public const string LastSecondFactor = "LAST_SECOND_FACTOR";
    public const string TotpEnabled = "TOTP_ENABLED";
    public const string TotpNotEnabled = "TOTP_NOT_ENABLED";
    public const string TotpNotStarted = "TOTP_NOT_STARTED";
    public const string PasskeysUnavailable = "PASSKEYS_UNAVAILABLE";
    public const string PasskeyNotAccepted = "PASSKEY_NOT_ACCEPTED";
    public const string PasskeyLimit = "PASSKEY_LIMIT";
    public const string CurrentOrganization = "CURRENT_ORGANIZATION";
    public const string PostArchived = "POST_ARCHIVED";
    public const string InUse = "IN_USE";
    public const string WebhookLimit = "WEBHOOK_LIMIT";
    public const string WebhookDisabled = "WEBHOOK_DISABLED";
    public const string StorageQuota = "STORAGE_QUOTA";
    public const string RequestInProgress = "REQUEST_IN_PROGRESS";
}
