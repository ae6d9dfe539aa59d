using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>
/// A sign-in to an organization and its family of refresh tokens. Switching opens sessions in other organizations, which continue the first one: together they are
/// one sign-in. Access tokens carry the session's id and security stamp: they become invalid, before they expire, as soon as
/// the session ends or the stamp changes.
/// </summary>
[IdPrefix("ses")]
[Global("Read before the tenant is known: a token names its session, which determines the tenant.")]
public sealed class Session : AggregateRoot<SessionId>
{
    private const int MaxUserAgentLength = 500;

    private Session()
    {
    }

    /// <summary>The session that the person signed in with: this one, unless switching has opened it.</summary>
    public SessionId OriginId { get; private init; }

    /// <summary>The account.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>The user who is signed in.</summary>
    public UserId UserId { get; private init; }

    /// <summary>The user's organization.</summary>
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>The security stamp: incremented to invalidate access tokens without ending the session, as when the role changes.</summary>
    public int Stamp { get; private set; } = 1;

    /// <summary>When it expires, UTC; neither a refresh nor switching extends it.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>
    /// When its person last proved who they are, UTC: not later than the sign-in, unless they have proved it again since. A session that switching has opened
    /// takes over the time of the one before.
    /// </summary>
    public DateTimeOffset AuthenticatedAt { get; private set; }

    /// <summary>Whether that proof had more than one factor.</summary>
    public bool IsMultiFactor { get; private set; }

    /// <summary>When it was last refreshed, UTC.</summary>
    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>When it was revoked, UTC; null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Why it was revoked; null when it was not.</summary>
    public SessionEndReason? RevokedReason { get; private set; }

    /// <summary>The client's IP address at sign-in.</summary>
    public string? IpAddress { get; private init; }

    /// <summary>The client's User-Agent at sign-in, at most 500 characters.</summary>
    public string? UserAgent { get; private init; }

    /// <summary>Creates a session.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="userId">The user who signs in.</param>
    /// <param name="organizationId">The user's organization.</param>
    /// <param name="lifetime">The maximum lifetime.</param>
    /// <param name="ipAddress">The client's IP address.</param>
    /// <param name="userAgent">The client's User-Agent; truncated to 500 characters.</param>
    /// <param name="now">The current time.</param>
    /// <param name="id">An id that an MFA challenge has announced; null for a new one.</param>
    /// <param name="isMultiFactor">Whether the person has proved more than one factor.</param>
    /// <param name="from">The session that the person switched from, whose end and time of proof it takes over; null for a sign-in.</param>
    public static Session Create(
        AccountId accountId, UserId userId, OrganizationId organizationId, TimeSpan lifetime, string? ipAddress, string? userAgent, DateTimeOffset now,
        SessionId? id = null, bool isMultiFactor = false, Session? from = null)
    {
        var own = id ?? TypeId.New<SessionId>(now);
        var session = new Session
        {
            Id = own,
            OriginId = from?.OriginId ?? own,
            AccountId = accountId,
            UserId = userId,
            OrganizationId = organizationId,
            CreatedAt = now,
            ExpiresAt = from?.ExpiresAt ?? now + lifetime,
            AuthenticatedAt = from?.AuthenticatedAt ?? now,
            IsMultiFactor = isMultiFactor,
            LastUsedAt = now,
            IpAddress = ipAddress,
            UserAgent = userAgent?.Length > MaxUserAgentLength ? userAgent[..MaxUserAgentLength] : userAgent,
        };
        session.Raise(new SessionCreated(session.Id, userId, organizationId));
        return session;
    }

    /// <summary>Records that the person has proved again who they are.</summary>
    /// <param name="bySecondFactor">Whether with a second factor, which the session has proved from then on.</param>
    /// <param name="now">The current time.</param>
    public void Reauthenticate(bool bySecondFactor, DateTimeOffset now)
    {
        (AuthenticatedAt, IsMultiFactor) = (now, IsMultiFactor || bySecondFactor);
        Raise(new SessionReauthenticated(Id, UserId, OrganizationId), now);
    }

    /// <summary>Invalidates all issued access tokens; the next refresh issues a valid one.</summary>
    public void InvalidateAccessTokens() => Stamp++;

    /// <summary>Revokes the session; false when it is revoked already.</summary>
    public bool Revoke(SessionEndReason reason, DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return false;
        }

        (RevokedAt, RevokedReason) = (now, reason);
        Raise(new SessionRevoked(Id, UserId, OrganizationId, reason), now);
        return true;
    }
}
