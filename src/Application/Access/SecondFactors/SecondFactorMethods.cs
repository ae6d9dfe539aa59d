namespace CleanApi.Application.Access;

/// <summary>What the question for a second factor can be answered with, by name.</summary>
public static class SecondFactorMethods
{
    /// <summary>A code of an authenticator app (RFC 6238).</summary>
    public const string Totp = "totp";

    /// <summary>A code on paper. It stands in for a factor and is none itself: who has nothing else has no second factor.</summary>
    public const string RecoveryCode = "recovery_code";

    /// <summary>A passkey (WebAuthn).</summary>
    public const string Passkey = "passkey";
}
