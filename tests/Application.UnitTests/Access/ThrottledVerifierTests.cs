using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

public sealed class ThrottledVerifierTests
{
    private readonly IVerificationAttempts attempts = Substitute.For<IVerificationAttempts>();
    private readonly IRepository<Account> accounts = Substitute.For<IRepository<Account>>();
    private readonly IRepository<Session> sessions = Substitute.For<IRepository<Session>>();
    private readonly IAuditTrail audit = Substitute.For<IAuditTrail>();
    private readonly Account account = Account.Create(SessionCreatorBuilder.Email, Clock.Now);
    private readonly Session session;

    public ThrottledVerifierTests()
    {
        session = Session.Create(account.Id, TestCaller.Self, TestCaller.Organization, TimeSpan.FromDays(30), null, null, Clock.Now);
        accounts.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<Account>>(spec => spec.IsSatisfiedBy(account)), Arg.Any<CancellationToken>()).Returns(account);
        sessions.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<Session>>(spec => spec.IsSatisfiedBy(session)), Arg.Any<CancellationToken>()).Returns(session);
    }

    [Fact]
    public async Task A_failure_inside_a_session_is_audited_with_that_session()
    {
        (await RunAsync(InSession(session.Id), isValid: false)).IsValid.Should().BeFalse();
        audit.Received(1).RecordFailure("mfa.failed", session);
        audit.ReceivedCalls().Should().ContainSingle();
    }

    [Fact]
    public async Task A_failure_at_sign_in_is_audited_with_the_user()
    {
        await RunAsync(TestCaller.Program(TestCaller.Self), isValid: false);
        audit.Received(1).RecordFailure("mfa.failed", TestCaller.Self);
        audit.ReceivedCalls().Should().ContainSingle();
    }

    [Fact]
    public async Task A_failure_in_a_session_that_is_gone_is_audited_with_the_user()
    {
        await RunAsync(InSession(TypeId.New<SessionId>(Clock.Now)), isValid: false);
        audit.Received(1).RecordFailure("mfa.failed", TestCaller.Self);
    }

    [Fact]
    public async Task A_success_resets_the_count_and_leaves_no_entry()
    {
        (await RunAsync(InSession(session.Id), isValid: true)).IsValid.Should().BeTrue();
        await attempts.Received(1).ResetAsync(account.Id, Arg.Any<CancellationToken>());
        audit.ReceivedCalls().Should().BeEmpty();
    }

    private static UserCaller InSession(SessionId id) => new(TestCaller.Self, TestCaller.Organization, UserRole.Member, id, 1);

    private Task<VerificationResult> RunAsync(Caller caller, bool isValid) =>
        new ThrottledVerifier(attempts, accounts, sessions, Substitute.For<IMailOutbox>(), new TestUnitOfWork([]), audit, new TestCaller(caller), Clock.Instance)
            .RunAsync(account.Id, () => Task.FromResult(isValid), CancellationToken.None);
}
