namespace CleanApi.Domain.Errors;

/// <summary>
/// The closed list of reasons that only the audit log has: the response to a refused credential does not say as much. Together with <see cref="ReasonCodes"/>, the
/// codes of <see cref="ErrorCodes"/> and, in upper case, the error codes of external sign-ins, these are all the reasons of an audit entry.
/// </summary>
public static class RefusalReasons
{
    /// <summary>An unknown address, a wrong password, or no password to compare with.</summary>
    public const string InvalidCredentials = "INVALID_CREDENTIALS";

    /// <summary>The password that was to prove who the person of a session is is wrong.</summary>
    public const string WrongPassword = "WRONG_PASSWORD";

    /// <summary>The code is wrong or used.</summary>
    public const string WrongCode = "WRONG_CODE";

    /// <summary>The MFA challenge is unknown, used or expired, or its attempts are used up.</summary>
    public const string InvalidChallenge = "INVALID_CHALLENGE";

    /// <summary>The passkey is unknown or its signature wrong, or its challenge is used, expired or another one's.</summary>
    public const string InvalidPasskey = "INVALID_PASSKEY";

    /// <summary>The passkey's signature counter has not increased: its authenticator may have been cloned.</summary>
    public const string CounterRegressed = "COUNTER_REGRESSED";

    /// <summary>The credential was right, and its user may not sign in.</summary>
    public const string AccountUnavailable = "ACCOUNT_UNAVAILABLE";

    /// <summary>The refresh token is unknown, or has been exchanged.</summary>
    public const string InvalidToken = "INVALID_TOKEN";

    /// <summary>The refresh token was used before.</summary>
    public const string TokenReused = "TOKEN_REUSED";

    /// <summary>The session of the refresh token has ended.</summary>
    public const string SessionEnded = "SESSION_ENDED";

    /// <summary>The scanner has found malware in a file.</summary>
    public const string InfectedFile = "INFECTED_FILE";

    /// <summary>The token of a link is unknown, used, revoked or expired.</summary>
    public const string InvalidLink = "INVALID_LINK";

    /// <summary>The account is not in the organization.</summary>
    public const string NotMember = "NOT_A_MEMBER";

    /// <summary>There is no such API key.</summary>
    public const string KeyUnknown = "KEY_UNKNOWN";

    /// <summary>The API key has expired.</summary>
    public const string KeyExpired = "KEY_EXPIRED";

    /// <summary>The API key was revoked.</summary>
    public const string KeyRevoked = "KEY_REVOKED";
}
