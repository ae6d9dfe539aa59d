namespace CleanApi.Domain.Invitations;

/// <summary>The state of an invitation.</summary>
public enum InvitationStatus
{
    /// <summary>Can be accepted until it expires.</summary>
    Pending,

    /// <summary>Accepted; its person is a user of the organization.</summary>
    Accepted,

    /// <summary>Revoked by an administrator.</summary>
    Revoked,

    /// <summary>Declined by its person.</summary>
    Declined,
}
