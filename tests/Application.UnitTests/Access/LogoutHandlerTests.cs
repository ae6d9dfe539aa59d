using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

public sealed class LogoutHandlerTests
{
    private readonly IRepository<Session> sessions = Substitute.For<IRepository<Session>>();
    private readonly ISessionStore store = Substitute.For<ISessionStore>();
    private readonly IAuditTrail audit = Substitute.For<IAuditTrail>();
    private readonly List<string> log = [];
    private readonly Session session = Session.Create(
        TypeId.New<AccountId>(Clock.Now), TestCaller.Self, TestCaller.Organization, TimeSpan.FromDays(7), null, null, Clock.Now.AddDays(-1));

    private readonly TestCaller caller;
    private Caller? lockedAs;

    public LogoutHandlerTests()
    {
        caller = new TestCaller(new UserCaller(TestCaller.Self, TestCaller.Organization, UserRole.Member, session.Id, session.Stamp));
        sessions.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<Session>>(spec => spec.IsSatisfiedBy(session)), Arg.Any<CancellationToken>()).Returns(session);
        store.When(one => one.LockOriginForUpdateAsync(session.Id, Arg.Any<CancellationToken>())).Do(_ => lockedAs = caller.Caller);
    }

    [Fact]
    public async Task The_caller_s_session_is_locked_and_ended()
    {
        await LogoutAsync(caller);
        (session.RevokedAt, session.RevokedReason).Should().Be((Clock.Now, SessionEndReason.SignedOut));
        await store.Received(1).LockOriginForUpdateAsync(session.Id, Arg.Any<CancellationToken>());
        audit.Received(1).Record(session);
        log.Should().Equal("begin ReadCommitted", "commit");
    }

    [Fact]
    public async Task A_session_that_has_ended_already_stays_as_it_is()
    {
        session.Revoke(SessionEndReason.TokenReused, Clock.Now.AddHours(-1));
        await LogoutAsync(caller);
        session.RevokedReason.Should().Be(SessionEndReason.TokenReused);
        lockedAs.Should().Be(new SystemCaller(TestCaller.Organization, TestCaller.Self), "the database refuses statements of an ended session");
    }

    [Fact]
    public async Task An_API_key_has_no_session_to_end()
    {
        await FluentActions.Awaiting(() => LogoutAsync(new TestCaller(TestCaller.Key(UserRole.Admin)))).Should().ThrowAsync<AuthorizationError>();
        store.ReceivedCalls().Should().BeEmpty();
    }

    private Task<Unit> LogoutAsync(TestCaller context) =>
        new LogoutHandler(
            sessions, store, SessionCreatorBuilder.Revoker([session], store, audit, context, log), Substitute.For<IRefreshTokenStore>(), Substitute.For<IRefreshTokenSecrets>(), new TestUnitOfWork(log), audit, context, Clock.Instance)
            .Handle(new Logout(), CancellationToken.None);
}
