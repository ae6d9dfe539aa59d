using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>
/// One sign-in, and the family of refresh tokens that descends from it. Access tokens name the session and its stamp; either no longer matching, they are
/// dead, however long they would have lasted.
/// </summary>
[IdPrefix("ses")]
[Global("Read before the tenant is known: a token names its session, and the session the tenant.")]
public sealed class Session : AggregateRoot<SessionId>
{
    private const int MaxUserAgentLength = 500;

    private Session()
    {
    }

    /// <summary>Whose account.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>As which user.</summary>
    public UserId UserId { get; private init; }

    /// <summary>In which organization.</summary>
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Grows when access tokens must die while the session goes on, as when the role has changed.</summary>
    public int Stamp { get; private set; } = 1;

    /// <summary>When it ends, whatever happens, UTC: no refresh moves it.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was last refreshed, UTC.</summary>
    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>When it was ended before its time, UTC; null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Why it was ended before its time.</summary>
    public SessionEndReason? RevokedReason { get; private set; }

    /// <summary>The address that signed in.</summary>
    public string? IpAddress { get; private init; }

    /// <summary>The program that signed in, at most 500 characters.</summary>
    public string? UserAgent { get; private init; }

    /// <summary>Begins a session.</summary>
    /// <param name="accountId">Whose account.</param>
    /// <param name="userId">As which user.</param>
    /// <param name="organizationId">In which organization.</param>
    /// <param name="lifetime">How long it can last at most.</param>
    /// <param name="ipAddress">The address that signs in.</param>
    /// <param name="userAgent">The program that signs in; cut to 500 characters.</param>
    /// <param name="now">The time.</param>
    /// <param name="id">An id that was promised before; null: a new one.</param>
    public static Session Create(
        AccountId accountId, UserId userId, OrganizationId organizationId, TimeSpan lifetime, string? ipAddress, string? userAgent, DateTimeOffset now,
        SessionId? id = null)
    {
        var session = new Session
        {
            Id = id ?? TypeId.New<SessionId>(now),
            AccountId = accountId,
            UserId = userId,
            OrganizationId = organizationId,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
            LastUsedAt = now,
            IpAddress = ipAddress,
            UserAgent = userAgent?.Length > MaxUserAgentLength ? userAgent[..MaxUserAgentLength] : userAgent,
        };
        session.Raise(new SessionOpened(session.Id, userId, organizationId));
        return session;
    }

    /// <summary>Invalidates the access tokens that were issued so far; the next refresh gives a valid one.</summary>
    public void InvalidateAccessTokens() => Stamp++;

    /// <summary>Ends it before its time; false when it has ended already.</summary>
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
