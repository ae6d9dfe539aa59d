using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Access;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Now = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_session_has_its_lifetime_and_a_truncated_user_agent()
    {
        var session = Open(new string('x', 600));
        (session.ExpiresAt, session.LastUsedAt, session.Stamp, session.UserAgent!.Length).Should().Be((Now.AddDays(7), Now, 1, 500));
    }

    [Fact]
    public void Switching_continues_a_session_and_proves_and_prolongs_nothing()
    {
        var session = Open();
        var second = Switch(session, Now.AddDays(3));
        var third = Switch(second, Now.AddDays(4));
        foreach (var switched in new[] { second, third })
        {
            (switched.OriginId, switched.ExpiresAt, switched.AuthenticatedAt, switched.IsMultiFactor).Should().Be((session.Id, session.ExpiresAt, Now, true));
        }

        (session.OriginId, session.AuthenticatedAt, session.IsMultiFactor).Should().Be((session.Id, Now, false));
    }

    [Fact]
    public void It_is_revoked_once_for_the_first_reason()
    {
        var session = Open();
        session.ClearDomainEvents();
        session.Revoke(SessionEndReason.SignedOut, Now.AddHours(1)).Should().BeTrue();
        session.Revoke(SessionEndReason.TokenReused, Now.AddHours(2)).Should().BeFalse();
        (session.RevokedAt, session.RevokedReason, session.Version).Should().Be((Now.AddHours(1), SessionEndReason.SignedOut, 2L));
        session.Events.Should().Equal(new SessionRevoked(session.Id, session.UserId, session.OrganizationId, SessionEndReason.SignedOut));
    }

    [Fact]
    public void Access_tokens_can_be_invalidated_without_revoking_it()
    {
        var session = Open();
        session.InvalidateAccessTokens();
        (session.Stamp, session.RevokedAt).Should().Be((2, null));
    }

    private static Session Switch(Session from, DateTimeOffset now) => Session.Create(
        from.AccountId, TypeId.New<UserId>(now), TypeId.New<OrganizationId>(now), TimeSpan.FromDays(7), null, null, now, isMultiFactor: true, from: from);

    private static Session Open(string? userAgent = null) => Session.Create(
        TypeId.New<AccountId>(Now), TypeId.New<UserId>(Now), TypeId.New<OrganizationId>(Now), TimeSpan.FromDays(7), "127.0.0.1", userAgent, Now);
}
