namespace CleanApi.Domain.Access;

/// <summary>Why a session was revoked.</summary>
public enum SessionEndReason
{
    /// <summary>The user signed out.</summary>
    SignedOut,

    /// <summary>An administrator deactivated the user.</summary>
    EndedByAdministrator,

    /// <summary>The account was deleted.</summary>
    AccountClosed,

    /// <summary>The user ended it, from this session or another one, or set up the first second factor in another one.</summary>
    EndedByOwner,

    /// <summary>A refresh token was reused (RFC 9700, section 4.14.2).</summary>
    TokenReused,

    /// <summary>The password was changed.</summary>
    PasswordChanged,
}
