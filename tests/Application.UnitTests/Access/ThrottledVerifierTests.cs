using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

public sealed class ThrottledVerifierTests
{
    private readonly IVerificationAttempts attempts = Substitute.For<IVerificationAttempts>();
    private readonly IReadRepository<Account> accounts = Substitute.For<IReadRepository<Account>>();
    private readonly IMailOutbox mails = Substitute.For<IMailOutbox>();
    private readonly IDisposable lease = Substitute.For<IDisposable>();
    private readonly Account account = Account.Create(SessionCreatorBuilder.Email, Clock.Now);

    public ThrottledVerifierTests()
    {
        accounts.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<Account>>(spec => spec.IsSatisfiedBy(account)), Arg.Any<CancellationToken>()).Returns(account);
        Begin(wait: null, failures: 1);
    }

    [Fact]
    public async Task A_failure_stays_counted()
    {
        await FailAsync();
        await attempts.DidNotReceiveWithAnyArgs().SucceedAsync(default, default);
        lease.Received(1).Dispose();
    }

    [Fact]
    public async Task A_success_resets_the_count()
    {
        (await RunAsync(() => Task.FromResult(7))).Should().Be(7);
        await attempts.Received(1).SucceedAsync(Subject, Arg.Any<CancellationToken>());
        lease.Received(1).Dispose();
    }

    [Fact]
    public async Task A_right_password_that_a_factor_has_to_follow_takes_back_its_own_attempt_and_clears_nothing()
    {
        var subject = VerificationSubject.Of(account.Email);
        attempts.BeginAsync(subject, Arg.Any<CancellationToken>()).Returns(new VerificationAttempt(null, 1, lease));
        var challenge = new SignInResponse(Session: null, new MfaChallenge(TypeId.New<SessionId>(Clock.Now), "tok_x", 300, []));
        (await Verifier().RunAsync(subject, () => Task.FromResult(challenge), CancellationToken.None)).Should().Be(challenge);
        await attempts.Received(1).TakeBackAsync(subject, Arg.Any<CancellationToken>());
        await attempts.DidNotReceiveWithAnyArgs().SucceedAsync(default, default);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(11, 0)]
    public async Task The_tenth_failure_in_a_row_is_mailed(int failures, int mailed)
    {
        Begin(wait: null, failures);
        await FailAsync();
        mails.Received(mailed).Add(Arg.Any<SecurityNoticeMail>());
    }

    [Fact]
    public async Task Whoever_has_to_wait_is_told_how_long_and_nothing_is_compared()
    {
        Begin(TimeSpan.FromMinutes(2), failures: 0);
        var run = () => RunAsync(() => throw new InvalidOperationException("It was compared."));
        (await run.Should().ThrowAsync<RateLimitError>()).Which.RetryAfter.Should().Be(TimeSpan.FromMinutes(2));
        lease.Received(1).Dispose();
    }

    [Fact]
    public async Task What_has_nothing_to_do_with_the_secret_is_no_failure()
    {
        Begin(wait: null, failures: Account.MaxVerificationFailures);
        var run = () => RunAsync(() => throw AccessErrors.TotpNotStarted());
        await run.Should().ThrowAsync<ConflictError>();
        mails.ReceivedCalls().Should().BeEmpty();
    }

    private VerificationSubject Subject => VerificationSubject.Of(account.Id, SecretKind.Password);

    private void Begin(TimeSpan? wait, int failures) =>
        attempts.BeginAsync(Subject, Arg.Any<CancellationToken>()).Returns(new VerificationAttempt(wait, failures, lease));

    private async Task FailAsync() =>
        await FluentActions.Awaiting(() => RunAsync(() => throw AccessErrors.WrongCode())).Should().ThrowAsync<ValidationError>();

    private Task<int> RunAsync(Func<Task<int>> verify) =>
        Verifier().RunAsync(account.Id, SecretKind.Password, verify, CancellationToken.None);

    private ThrottledVerifier Verifier() => new(attempts, accounts, mails, new TestUnitOfWork([]), Clock.Instance);
}
