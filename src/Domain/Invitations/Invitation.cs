using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Invitations;

/// <summary>An address that somebody has asked to join their organization. An organization has one pending invitation an address.</summary>
[IdPrefix("inv")]
public sealed class Invitation : AggregateRoot<InvitationId>, ITenantOwned
{
    /// <summary>How long it can be accepted, from the last time it was sent.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How often it is sent at most: whoever does not answer that many mails does not want more.</summary>
    public const int MaxSendCount = 10;

    private Invitation()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Who is invited.</summary>
    public EmailAddress Email { get; private init; }

    /// <summary>What they will be.</summary>
    public UserRole Role { get; private set; }

    /// <summary>Who sent it last.</summary>
    public UserId InvitedById { get; private set; }

    /// <summary>What has become of it.</summary>
    public InvitationStatus Status { get; private set; }

    /// <summary>How often it was sent; a link is good for the last time only.</summary>
    public int SendCount { get; private set; }

    /// <summary>Until when it can be accepted, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was accepted, UTC; null while it was not.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Who they have become; null while it was not accepted.</summary>
    public UserId? AcceptedById { get; private set; }

    /// <summary>Invites an address.</summary>
    public static Invitation Send(OrganizationId organizationId, EmailAddress email, UserRole role, UserId invitedById, DateTimeOffset now)
    {
        var invitation = new Invitation
        {
            Id = TypeId.New<InvitationId>(now),
            OrganizationId = organizationId,
            Email = email,
            Role = role,
            InvitedById = invitedById,
            SendCount = 1,
            ExpiresAt = now + Lifetime,
            CreatedAt = now,
        };
        invitation.Raise(invitation.Sent());
        return invitation;
    }

    /// <summary>Invites the same address again, whether the time is over or not: the time begins anew, and earlier links are dead.</summary>
    /// <exception cref="ConflictError">It is not pending, or has been sent as often as may be.</exception>
    public void Resend(UserRole role, UserId invitedById, DateTimeOffset now)
    {
        if (Status != InvitationStatus.Pending)
        {
            throw InvitationErrors.NotPending();
        }

        if (SendCount >= MaxSendCount)
        {
            throw InvitationErrors.SentTooOften();
        }

        (Role, InvitedById, ExpiresAt) = (role, invitedById, now + Lifetime);
        SendCount++;
        Raise(Sent(), now);
    }

    /// <summary>Takes it back; nothing happens when it has been already.</summary>
    /// <exception cref="ConflictError">It was accepted: there is a user by now.</exception>
    public void Revoke(DateTimeOffset now)
    {
        switch (Status)
        {
            case InvitationStatus.Accepted:
                throw InvitationErrors.NotPending();
            case InvitationStatus.Pending:
                Status = InvitationStatus.Revoked;
                Raise(new InvitationRevoked(Id, OrganizationId), now);
                break;
        }
    }

    /// <summary>Whether a link of this sending can be accepted.</summary>
    public bool IsOpen(int sendCount, DateTimeOffset now) => IsPending(sendCount) && ExpiresAt > now;

    /// <summary>Goes on only while a link of this sending is valid.</summary>
    /// <exception cref="ValidationError">It was accepted, revoked, or sent again since.</exception>
    /// <exception cref="GoneError">Its time is over.</exception>
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
    /// <param name="sendCount">The sending whose link is used.</param>
    /// <param name="userId">Who they become.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ValidationError">It was accepted, revoked, or sent again since.</exception>
    /// <exception cref="GoneError">Its time is over.</exception>
    public void Accept(int sendCount, UserId userId, DateTimeOffset now)
    {
        RequireOpen(sendCount, now);
        (Status, AcceptedAt, AcceptedById) = (InvitationStatus.Accepted, now, userId);
        Raise(new InvitationAccepted(Id, OrganizationId, userId), now);
    }

    private bool IsPending(int sendCount) => Status == InvitationStatus.Pending && sendCount == SendCount;

    private InvitationSent Sent() => new(Id, OrganizationId, Email, Role, InvitedById, ExpiresAt);
}
