namespace CleanApi.Domain.Access;

/// <summary>What a one-time token is good for. One that was issued for something else is no token.</summary>
public enum OneTimeTokenPurpose
{
    /// <summary>Completes a registration: proves that its address is the registrant's.</summary>
    VerifyEmail,

    /// <summary>Sets a password without the present one: proves that the account's mailbox is the holder's.</summary>
    ResetPassword,

    /// <summary>A sign-in whose first factor was right, and which waits for the second.</summary>
    SecondFactor,

    /// <summary>The challenge of a passkey that is being registered (WebAuthn Level 3, section 13.4.3).</summary>
    PasskeyRegistration,

    /// <summary>The challenge of a sign-in with a passkey.</summary>
    PasskeySignIn,

    /// <summary>The state of a sign-in at another provider (RFC 6749, section 10.12).</summary>
    ExternalSignIn,

    /// <summary>Says which invitation is accepted, and proves that its mailbox is the holder's.</summary>
    Invitation,
}
