using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Invitations;

/// <summary>The errors of invitations, apart from validation.</summary>
public static class InvitationErrors
{
    /// <summary>The address has an account already, in any organization.</summary>
    public static DuplicateValueError EmailTaken() => new("email", "A user with this email already exists", ReasonCodes.AccountExists);

    /// <summary>The invitation has expired. Only returned to the holder of the link.</summary>
    public static GoneError Expired() => new(ReasonCodes.InvitationExpired, "The invitation has expired");

    /// <summary>The token of a link is unknown, used, superseded or revoked; the message does not say which.</summary>
    public static ValidationError InvalidLink() => ValidationError.Of(
        "token", FieldCodes.InvalidValue, "This invitation is not valid: it has been used or withdrawn, or the link is incomplete. Ask for a new one");

    /// <summary>The invitation was sent <see cref="Invitation.MaxSendCount"/> times.</summary>
    public static ConflictError SendLimitReached() => new(
        ReasonCodes.InvitationLimit, $"An invitation can be sent {Invitation.MaxSendCount} times, and this one has been");

    /// <summary>The invitation was accepted or revoked.</summary>
    public static ConflictError NotPending() => new(ReasonCodes.InvitationNotPending, "Only a pending invitation can be sent again or revoked");
}
