namespace CleanApi.Domain.Invitations;

/// <summary>The state of an invitation.</summary>
public enum InvitationStatus
{
    /// <summary>Can be accepted until it expires.</summary>
    Pending,

    /// <summary>Accepted; the user was created.</summary>
    Accepted,

    /// <summary>Revoked by an administrator.</summary>
    Revoked,
}
