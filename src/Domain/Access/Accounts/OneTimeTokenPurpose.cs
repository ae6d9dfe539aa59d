namespace CleanApi.Domain.Access;

/// <summary>The purpose of a one-time token. A token is invalid for every other purpose.</summary>
public enum OneTimeTokenPurpose
{
    /// <summary>Verifies the email address of a registration and completes it.</summary>
    VerifyEmail,

    /// <summary>Proves the new address of an account, which it then has.</summary>
    ChangeEmail,

    /// <summary>Undoes a change of the address: proves control of the mailbox that the account had before.</summary>
    UndoEmailChange,

    /// <summary>Resets a password: proves control of the account's mailbox.</summary>
    ResetPassword,

    /// <summary>An MFA challenge: the first factor of a sign-in was verified, the second is pending.</summary>
    SecondFactor,

    /// <summary>The challenge of a passkey registration (WebAuthn Level 3, section 13.4.3).</summary>
    PasskeyRegistration,

    /// <summary>The challenge of a sign-in with a passkey.</summary>
    PasskeySignIn,

    /// <summary>The state of an external sign-in (RFC 6749, section 10.12).</summary>
    ExternalSignIn,

    /// <summary>The first external sign-in of a verified address, whose owner has yet to say which organization they join, or that they create their own.</summary>
    ExternalRegistration,

    /// <summary>Names the invitation to accept, and proves control of its mailbox.</summary>
    Invitation,

    /// <summary>Opens one connection as whoever it was issued to.</summary>
    Connection,
}
