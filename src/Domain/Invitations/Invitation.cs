using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Invitations;

/// <summary>An invitation of an email address to an organization. An organization has at most one pending invitation per address.</summary>
[IdPrefix("inv")]
public sealed class Invitation : AggregateRoot<InvitationId>, ITenantOwned
{
    /// <summary>How long it can be accepted after it was last sent.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How often it can be sent.</summary>
    public const int MaxSendCount = 10;

    private Invitation()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>The invited address.</summary>
    public EmailAddress Email { get; private init; }

    /// <summary>The role that the acceptance gives.</summary>
    public UserRole Role { get; private set; }

    /// <summary>Whether it names no role: a user whom an administrator has created already then keeps the role that they have by the acceptance.</summary>
    public bool KeepsRole { get; private set; }

    /// <summary>The user who last sent it.</summary>
    public UserId InvitedById { get; private set; }

    /// <summary>Pending, accepted, revoked or declined.</summary>
    public InvitationStatus Status { get; private set; }

    /// <summary>How often it was sent; only the link of the last mail is valid.</summary>
    public int SendCount { get; private set; }

    /// <summary>Until when it can be accepted, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was accepted, UTC; null when it was not.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The user as whom it was accepted; null when it was not.</summary>
    public UserId? AcceptedById { get; private set; }

    /// <summary>Invites an address.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="email">The address.</param>
    /// <param name="role">The role.</param>
    /// <param name="invitedById">Who invites.</param>
    /// <param name="now">The current time.</param>
    /// <param name="keepsRole">Whether the role is only what the user has now, and the one that they have by the acceptance stays.</param>
    public static Invitation Send(
        OrganizationId organizationId, EmailAddress email, UserRole role, UserId invitedById, DateTimeOffset now, bool keepsRole = false)
    {
        var invitation = new Invitation
        {
            Id = TypeId.New<InvitationId>(now),
            OrganizationId = organizationId,
            Email = email,
            Role = role,
            KeepsRole = keepsRole,
            InvitedById = invitedById,
            SendCount = 1,
            ExpiresAt = now + Lifetime,
            CreatedAt = now,
        };
        invitation.Raise(invitation.Sent());
        return invitation;
    }

    /// <summary>Sends the invitation again, even after it has expired: its lifetime restarts, and earlier links become invalid.</summary>
    /// <exception cref="ConflictError">It is not pending, or was sent <see cref="MaxSendCount"/> times.</exception>
    public void Resend(UserRole role, UserId invitedById, DateTimeOffset now, bool keepsRole = false)
    {
        if (Status != InvitationStatus.Pending)
        {
            throw InvitationErrors.NotPending();
        }

        if (SendCount >= MaxSendCount)
        {
            throw InvitationErrors.SendLimitReached();
        }

        (Role, KeepsRole, InvitedById, ExpiresAt) = (role, keepsRole, invitedById, now + Lifetime);
        SendCount++;
        Raise(Sent(), now);
    }

    /// <summary>
    /// Follows the role that the user of its address has got since: it is the one that the acceptance gives, whatever the invitation said when it was sent.
    /// </summary>
    /// <exception cref="ConflictError">It is not pending.</exception>
    public void ChangeRole(UserRole role, DateTimeOffset now)
    {
        if (Status != InvitationStatus.Pending)
        {
            throw InvitationErrors.NotPending();
        }

        (Role, KeepsRole) = (role, true);
        Raise(new InvitationRoleChanged(Id, OrganizationId, role), now);
    }

    /// <summary>Revokes the invitation; does nothing when it is revoked already.</summary>
    /// <exception cref="ConflictError">It was accepted or declined.</exception>
    public void Revoke(DateTimeOffset now)
    {
        switch (Status)
        {
            case InvitationStatus.Accepted or InvitationStatus.Declined:
                throw InvitationErrors.NotPending();
            case InvitationStatus.Pending:
                Status = InvitationStatus.Revoked;
                Raise(new InvitationRevoked(Id, OrganizationId), now);
                break;
        }
    }

    /// <summary>Whether the link with this send count can be accepted.</summary>
    public bool IsOpen(int sendCount, DateTimeOffset now) => IsPending(sendCount) && ExpiresAt > now;

    /// <summary>Requires that the link with this send count can be accepted.</summary>
    /// <exception cref="ValidationError">It was accepted, revoked, or sent again since.</exception>
    /// <exception cref="GoneError">It has expired.</exception>
    public void RequireOpen(int sendCount, DateTimeOffset now)
    {
        if (!IsPending(sendCount))
        {
            throw InvitationErrors.InvalidLink();
        }

        if (ExpiresAt <= now)
        {
            throw InvitationErrors.Expired();
        }
    }

    /// <summary>Accepts it.</summary>
    /// <param name="sendCount">The send count of the link.</param>
    /// <param name="userId">The user as whom: a new one, or one whom an administrator has created.</param>
    /// <param name="now">The current time.</param>
    /// <exception cref="ValidationError">It was accepted, revoked, or sent again since.</exception>
    /// <exception cref="GoneError">It has expired.</exception>
    public void Accept(int sendCount, UserId userId, DateTimeOffset now)
    {
        RequireOpen(sendCount, now);
        (Status, AcceptedAt, AcceptedById) = (InvitationStatus.Accepted, now, userId);
        Raise(new InvitationAccepted(Id, OrganizationId, userId), now);
    }

    /// <summary>Declines it; its link becomes invalid.</summary>
    /// <exception cref="ConflictError">It was accepted, revoked or declined.</exception>
    public void Decline(DateTimeOffset now)
    {
        if (Status != InvitationStatus.Pending)
        {
            throw InvitationErrors.NotPending();
        }

        Status = InvitationStatus.Declined;
        Raise(new InvitationDeclined(Id, OrganizationId), now);
    }

    /// <summary>Records that whoever sent it may not have been the person whose session it was. Who has accepted it stays in.</summary>
    public void Question(DateTimeOffset now) => Raise(new InvitationQuestioned(Id, OrganizationId, AcceptedById), now);

    private bool IsPending(int sendCount) => Status == InvitationStatus.Pending && sendCount == SendCount;

    private InvitationSent Sent() => new(Id, OrganizationId, Email, Role, InvitedById, ExpiresAt);
}
