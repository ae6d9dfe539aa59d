using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using MediatR;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

public sealed class LogoutHandlerTests
{
    private readonly IRepository<Session> sessions = Substitute.For<IRepository<Session>>();
    private readonly ISessionStore store = Substitute.For<ISessionStore>();
    private readonly TestCaller caller = new(UserRole.Member);
    private readonly Session session = Session.Create(
        TypeId.New<AccountId>(Clock.Now), TestCaller.Self, TestCaller.Organization, TimeSpan.FromDays(7), null, null, Clock.Now.AddDays(-1));

    public LogoutHandlerTests() =>
        sessions.SingleOrDefaultAsync(Arg.Any<ISingleResultSpecification<Session>>(), Arg.Any<CancellationToken>()).Returns(session);

    [Fact]
    public async Task The_session_ends_and_is_held_while_it_does()
    {
        SignedIn();
        await LogoutAsync();
        (session.RevokedAt, session.RevokedReason).Should().Be((Clock.Now, SessionEndReason.SignedOut));
        await store.Received(1).LockForUpdateAsync(session.Id, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_session_that_has_ended_already_neither_refuses_nor_changes()
    {
        SignedIn();
        session.Revoke(SessionEndReason.TokenReused, Clock.Now.AddHours(-1));
        await LogoutAsync();
        session.RevokedReason.Should().Be(SessionEndReason.TokenReused);
        // With the session named, the database would refuse the statement itself.
        caller.Caller!.SessionId.Should().BeNull();
    }

    [Fact]
    public async Task A_caller_without_a_session_has_nothing_to_end()
    {
        await LogoutAsync();
        await store.DidNotReceiveWithAnyArgs().LockForUpdateAsync(default, default);
    }

    private void SignedIn() => caller.Enter(new Caller(TestCaller.Self, TestCaller.Organization, UserRole.Member, session.Id, session.Stamp));

    private Task<Unit> LogoutAsync() => new LogoutHandler(sessions, store, caller, Clock.Instance).Handle(new Logout(), CancellationToken.None);
}
