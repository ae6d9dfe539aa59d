using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

public sealed class ThrottledVerifierTests
{
    private readonly IVerificationAttempts attempts = Substitute.For<IVerificationAttempts>();
    private readonly IRepository<Account> accounts = Substitute.For<IRepository<Account>>();
    private readonly IRepository<Session> sessions = Substitute.For<IRepository<Session>>();
    private readonly IMailOutbox mails = Substitute.For<IMailOutbox>();
    private readonly IDisposable lease = Substitute.For<IDisposable>();
    private readonly IAuditTrail audit = Substitute.For<IAuditTrail>();
    private readonly Account account = Account.Create(SessionCreatorBuilder.Email, Clock.Now);
    private readonly Session session;

    public ThrottledVerifierTests()
    {
        session = Session.Create(account.Id, TestCaller.Self, TestCaller.Organization, TimeSpan.FromDays(30), null, null, Clock.Now);
        accounts.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<Account>>(spec => spec.IsSatisfiedBy(account)), Arg.Any<CancellationToken>()).Returns(account);
        sessions.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<Session>>(spec => spec.IsSatisfiedBy(session)), Arg.Any<CancellationToken>()).Returns(session);
        Begin(wait: null, failures: 1);
    }

    [Fact]
    public async Task A_failure_inside_a_session_is_audited_with_that_session()
    {
        await FailAsync(InSession(session.Id));
        audit.Received(1).RecordFailure("mfa.failed", session);
        audit.ReceivedCalls().Should().ContainSingle();
        await attempts.DidNotReceiveWithAnyArgs().SucceedAsync(default, default);
    }

    [Fact]
    public async Task A_failure_at_sign_in_is_audited_with_the_user()
    {
        await FailAsync(TestCaller.Program(TestCaller.Self));
        audit.Received(1).RecordFailure("mfa.failed", TestCaller.Self);
        audit.ReceivedCalls().Should().ContainSingle();
    }

    [Fact]
    public async Task A_failure_in_a_session_that_is_gone_is_audited_with_the_user()
    {
        await FailAsync(InSession(TypeId.New<SessionId>(Clock.Now)));
        audit.Received(1).RecordFailure("mfa.failed", TestCaller.Self);
    }

    [Fact]
    public async Task A_success_resets_the_count_and_leaves_no_entry()
    {
        (await RunAsync(InSession(session.Id), () => Task.FromResult(7))).Should().Be(7);
        await attempts.Received(1).SucceedAsync(Subject, Arg.Any<CancellationToken>());
        audit.ReceivedCalls().Should().BeEmpty();
        lease.Received(1).Dispose();
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(11, 0)]
    public async Task The_tenth_failure_in_a_row_is_mailed(int failures, int mailed)
    {
        Begin(wait: null, failures);
        await FailAsync(InSession(session.Id));
        mails.Received(mailed).Add(Arg.Any<SecurityNoticeMail>());
    }

    [Fact]
    public async Task Whoever_has_to_wait_is_told_how_long_and_nothing_is_compared()
    {
        Begin(TimeSpan.FromMinutes(2), failures: 0);
        var run = () => RunAsync(InSession(session.Id), () => throw new InvalidOperationException("It was compared."));
        (await run.Should().ThrowAsync<RateLimitError>()).Which.RetryAfter.Should().Be(TimeSpan.FromMinutes(2));
        audit.Received(1).RecordFailure("mfa.failed", session);
        lease.Received(1).Dispose();
    }

    [Fact]
    public async Task What_has_nothing_to_do_with_the_secret_is_no_failure()
    {
        var run = () => RunAsync(InSession(session.Id), () => throw AccessErrors.TotpNotStarted());
        await run.Should().ThrowAsync<ConflictError>();
        audit.ReceivedCalls().Should().BeEmpty();
    }

    private static UserCaller InSession(SessionId id) => new(TestCaller.Self, TestCaller.Organization, UserRole.Member, id, 1);

    private VerificationSubject Subject => VerificationSubject.Of(account.Id);

    private void Begin(TimeSpan? wait, int failures) =>
        attempts.BeginAsync(Subject, Arg.Any<CancellationToken>()).Returns(new VerificationAttempt(wait, failures, lease));

    private async Task FailAsync(Caller caller) =>
        await FluentActions.Awaiting(() => RunAsync(caller, () => throw AccessErrors.WrongCode())).Should().ThrowAsync<ValidationError>();

    private Task<int> RunAsync(Caller caller, Func<Task<int>> verify) =>
        new ThrottledVerifier(attempts, accounts, sessions, mails, new TestUnitOfWork([]), audit, new TestCaller(caller), Clock.Instance)
            .RunAsync(account.Id, verify, CancellationToken.None);
}
