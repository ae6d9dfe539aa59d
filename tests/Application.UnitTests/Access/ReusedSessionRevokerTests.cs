using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Web;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

[Trait("Requirement", "R100")]
public sealed class ReusedSessionRevokerTests
{
    private readonly List<string> log = [];
    private readonly IRepository<Session> sessions = Substitute.For<IRepository<Session>>();
    private readonly ISessionStore store = Substitute.For<ISessionStore>();
    private readonly IUserDirectory users = Substitute.For<IUserDirectory>();
    private readonly IMailOutbox mails = Substitute.For<IMailOutbox>();
    private readonly IAuditTrail audit = Substitute.For<IAuditTrail>();
    private readonly Session session = Session.Create(
        TypeId.New<AccountId>(Clock.Now), TestCaller.Self, TestCaller.Organization, TimeSpan.FromDays(30), null, null, Clock.Now.AddDays(-25));

    public ReusedSessionRevokerTests()
    {
        sessions.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<Session>>(spec => spec.IsSatisfiedBy(session)), Arg.Any<CancellationToken>()).Returns(session);
        users.FindAsync(TestCaller.Self, Arg.Any<CancellationToken>())
            .Returns(new UserSignInState(UserRole.Admin, UserStatus.Active, "Ada", SessionCreatorBuilder.Email));
    }

    [Fact]
    public async Task The_session_is_locked_revoked_and_audited_and_its_user_is_notified()
    {
        (await RevokeAsync()).Should().BeTrue();

        session.RevokedReason.Should().Be(SessionEndReason.TokenReused);
        await store.Received(1).LockOriginForUpdateAsync(session.Id, Arg.Any<CancellationToken>());
        audit.Received(1).RecordFailure("token.reuse_detected", session);
        mails.Received(1).Add(Arg.Is<MailMessage>(mail => mail is SessionEndedMail && mail.To == SessionCreatorBuilder.Email));
        log.Should().Equal("begin ReadCommitted", "commit");
    }

    [Fact]
    public async Task A_session_that_was_revoked_before_is_neither_audited_nor_notified_again()
    {
        session.Revoke(SessionEndReason.SignedOut, Clock.Now);

        (await RevokeAsync()).Should().BeFalse();

        session.RevokedReason.Should().Be(SessionEndReason.SignedOut);
        mails.ReceivedCalls().Should().BeEmpty();
        audit.ReceivedCalls().Should().BeEmpty();
    }

    private Task<bool> RevokeAsync() =>
        new ReusedSessionRevoker(
            sessions, store, SessionCreatorBuilder.Revoker([session], store, audit, new TestCaller(TestCaller.Program(TestCaller.Self)), log), users, mails, new TestUnitOfWork(log), audit,
            new SiteAddress("https://acme.test"), Clock.Instance)
            .RevokeAsync(session.Id, CancellationToken.None);
}
