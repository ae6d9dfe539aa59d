namespace CleanApi.Domain.Access;

/// <summary>Why a session ended before its time.</summary>
public enum SessionEndReason
{
    /// <summary>The person signed out.</summary>
    SignedOut,

    /// <summary>An administrator locked the person out.</summary>
    EndedByAdministrator,

    /// <summary>The account was closed.</summary>
    AccountClosed,

    /// <summary>The person ended it, from this session or another one.</summary>
    EndedByOwner,

    /// <summary>A refresh token was used again: somebody has a copy of it.</summary>
    TokenReused,

    /// <summary>The account got another password.</summary>
    PasswordChanged,
}
