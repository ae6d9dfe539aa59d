using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Invitations;

/// <summary>What can go wrong with an invitation, beyond the shape of the input.</summary>
public static class InvitationErrors
{
    /// <summary>The resource's name in messages.</summary>
    public const string Resource = "Invitation";

    /// <summary>Unknown, or another organization's.</summary>
    public static NotFoundError NotFound(InvitationId id) => new(Resource, id.ToString());

    /// <summary>The address has an account already, in whatever organization.</summary>
    public static DuplicateValueError EmailTaken() => new("email", "A user with this email already exists");

    /// <summary>Its time is over. Only told to who holds the link.</summary>
    public static GoneError Expired() => new("The invitation has expired");

    /// <summary>The token of a link: unknown, used, replaced by a later one or withdrawn, not told which.</summary>
    public static ValidationError InvalidLink() => ValidationError.Of(
        "token", FieldCodes.InvalidValue, "This invitation is not valid: it has been used or withdrawn, or the link is incomplete. Ask for a new one");

    /// <summary>Another mail would be one too many.</summary>
    public static ConflictError SentTooOften() => new($"An invitation can be sent {Invitation.MaxSendCount} times, and this one has been");

    /// <summary>It has been answered or taken back.</summary>
    public static ConflictError NotPending() => new("Only a pending invitation can be sent again or revoked");
}
