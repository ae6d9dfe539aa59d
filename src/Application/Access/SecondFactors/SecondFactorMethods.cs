namespace CleanApi.Application.Access;

/// <summary>The names of the methods that answer an MFA challenge.</summary>
public static class SecondFactorMethods
{
    /// <summary>A code of an authenticator app (RFC 6238).</summary>
    public const string Totp = "totp";

    /// <summary>A recovery code. It replaces a lost second factor but is none itself.</summary>
    public const string RecoveryCode = "recovery_code";

    /// <summary>A passkey (WebAuthn).</summary>
    public const string Passkey = "passkey";
}
