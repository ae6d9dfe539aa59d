namespace CleanApi.Domain.Invitations;

/// <summary>What has become of an invitation.</summary>
public enum InvitationStatus
{
    /// <summary>Not answered; can be accepted until it expires.</summary>
    Pending,

    /// <summary>Accepted: there is a user.</summary>
    Accepted,

    /// <summary>Taken back.</summary>
    Revoked,
}
