using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Invitations;

/// <summary>The errors of invitations, apart from validation.</summary>
public static class InvitationErrors
{
    /// <summary>The organization has a user with this address, who is in already or was deactivated. Says nothing about other organizations.</summary>
    public static DuplicateValueError EmailTaken() => new("email", "A user with this email already exists", ReasonCodes.AccountExists);

    /// <summary>The invited address has an account, which has to sign in to accept. Only returned to the holder of the link.</summary>
    public static ConflictError SignInFirst() => new(
        ReasonCodes.AccountExists, "There is an account with this address already: sign in with it");

    /// <summary>The caller has signed in with another address than the invited one. Only returned to the holder of the link.</summary>
    public static AuthorizationError OtherAccount() => new(
        ReasonCodes.OtherAccount, "The invitation is for another address than the one that you have signed in with: sign out first, or sign in with that one");

    /// <summary>The caller has no open invitation with this id.</summary>
    public static NotFoundError NotFound(InvitationId id) => new("Invitation", id.ToString(), "for you");

    /// <summary>The invitation has expired. Only returned to the holder of the link.</summary>
    public static GoneError Expired() => new(ReasonCodes.InvitationExpired, "The invitation has expired") { Refusal = ReasonCodes.InvitationExpired };

    /// <summary>The token of a link is unknown, used, superseded or revoked; the message does not say which.</summary>
    public static ValidationError InvalidLink() => ValidationError.Refused(
        "token", "This invitation is not valid: it has been used, declined or withdrawn, or the link is incomplete. Ask for a new one", RefusalReasons.InvalidLink);

    /// <summary>The invitation was sent <see cref="Invitation.MaxSendCount"/> times.</summary>
    public static ConflictError SendLimitReached() => new(
        ReasonCodes.InvitationLimit, $"An invitation can be sent {Invitation.MaxSendCount} times, and this one has been");

    /// <summary>The invitation was accepted or revoked.</summary>
    public static ConflictError NotPending() => new(ReasonCodes.InvitationNotPending, "Only a pending invitation can be sent again or revoked");
}
