using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using FluentAssertions.Specialized;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

public sealed class LoginHandlerTests
{
    private const string Password = "Passw0rd!";
    private const string Hash = "hash";
    private static readonly Credentials Known = new(TypeId.New<AccountId>(Clock.Now), TestCaller.Self, TestCaller.Organization, null, Hash, Clock.Now.AddDays(-1));
    private static readonly VerificationSubject Subject = VerificationSubject.Of(SessionCreatorBuilder.Email);
    private static readonly SystemCaller NoUser = new(default, default(UserId));

    private readonly IReadRepository<Membership> memberships = Substitute.For<IReadRepository<Membership>>();
    private readonly IPasswordHasher passwords = Substitute.For<IPasswordHasher>();
    private readonly IDisposable lease = Substitute.For<IDisposable>();
    private readonly SessionCreatorBuilder sessions = new();
    private readonly TestCaller caller = new();
    private readonly List<string> log = [];
    private readonly List<Caller?> lockedAs = [];

    public LoginHandlerTests()
    {
        passwords.VerifyAsync(Password, Hash, Arg.Any<CancellationToken>()).Returns(true);
        Allow(null);
        Find();
        sessions.Open(Known.AccountId);
        sessions.Accounts.When(one => one.LockForUpdateAsync(Arg.Any<AccountId>(), Arg.Any<SignInProof>(), Arg.Any<CancellationToken>()))
            .Do(_ => lockedAs.Add(caller.Caller));
    }

    [Fact]
    public async Task The_right_password_creates_a_session_of_its_user()
    {
        Find(Known);
        var session = (await LoginAsync(Password)).Session!;
        (session.AccessToken, session.RefreshToken, session.RefreshExpiresIn).Should().Be(("access", "refresh", 604800));
        await sessions.Sessions.Received(1).AddAsync(
            Arg.Is<Session>(added => added.Id == session.SessionId && added.AccountId == Known.AccountId && added.UserId == TestCaller.Self), Arg.Any<CancellationToken>());
        sessions.Audit.Received(1).Record("sign_in", Arg.Is<Session>(added => added.Id == session.SessionId));
        lockedAs.Should().Equal(new SystemCaller(TestCaller.Organization, TestCaller.Self));
        caller.Caller.Should().BeNull("the request itself stays anonymous");
        log.Should().Equal("begin ReadCommitted", "commit");
    }

    [Fact]
    public async Task An_unknown_address_is_rejected_after_a_password_was_verified()
    {
        await RejectedAsync(Password);
        await passwords.Received(1).VerifyAsync(Password, null, Arg.Any<CancellationToken>());
        await LockedForNoAccountAsync();
    }

    [Fact]
    public async Task An_account_without_a_password_is_rejected_after_a_password_was_verified()
    {
        Find(Known with { PasswordHash = null });
        await RejectedAsync(Password);
        await passwords.Received(1).VerifyAsync(Password, null, Arg.Any<CancellationToken>());
        await LockedForNoAccountAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_rejected_only_after_an_account_with_a_default_id_was_locked()
    {
        Find(Known);
        await RejectedAsync("wrong");
        await LockedForNoAccountAsync();
    }

    [Fact]
    public async Task Whoever_has_to_wait_is_told_how_long_and_no_password_is_verified()
    {
        Find(Known);
        Allow(TimeSpan.FromSeconds(8));
        (await FluentActions.Awaiting(() => LoginAsync(Password)).Should().ThrowAsync<RateLimitError>()).Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(8));
        await passwords.DidNotReceiveWithAnyArgs().VerifyAsync("", null, default);
        sessions.Audit.Attempt.Should().Be(AuditTarget.Of(Known.OrganizationId, Known.UserId) with { Subject = SessionCreatorBuilder.Email.Value });
        lease.Received(1).Dispose();
    }

    [Fact]
    public async Task A_default_id_gets_no_session_even_if_one_could_be_created()
    {
        sessions.Open(default);
        sessions.Users.FindAsync(default, Arg.Any<CancellationToken>()).Returns(new UserSignInState(UserRole.Member, UserStatus.Active, "Ada", SessionCreatorBuilder.Email));
        sessions.Factors.GetMethodsAsync(default, Arg.Any<CancellationToken>()).Returns([]);
        await RejectedAsync(Password);
    }

    [Fact]
    [Trait("Requirement", "R227")]
    public async Task A_weaker_hash_is_replaced_by_a_stronger_one_of_the_same_password()
    {
        Find(Known);
        passwords.NeedsRehash(Hash).Returns(true);
        passwords.HashAsync(Password, Arg.Any<CancellationToken>()).Returns("stronger");
        await LoginAsync(Password);
        await sessions.Accounts.Received(1).UpgradeHashAsync(Known.AccountId, Hash, "stronger", Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_hash_with_current_parameters_stays()
    {
        Find(Known);
        await LoginAsync(Password);
        await sessions.Accounts.DidNotReceiveWithAnyArgs().UpgradeHashAsync(default, "", "", default);
    }

    [Fact]
    public async Task An_attempt_is_counted_before_the_password_is_verified_and_ends_with_the_response()
    {
        Find(Known);
        await LoginAsync(Password);
        Received.InOrder(() =>
        {
            passwords.RequireCapacity();
            _ = sessions.Attempts.BeginAsync(Subject, Arg.Any<CancellationToken>());
            _ = passwords.VerifyAsync(Password, Hash, Arg.Any<CancellationToken>());
            _ = sessions.Attempts.SucceedAsync(Known.AccountId, SessionCreatorBuilder.Email, Arg.Any<CancellationToken>());
            lease.Dispose();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_is_about_the_user_in_their_organization_or_about_nobody(bool isKnown)
    {
        if (isKnown)
        {
            Find(Known);
        }

        (await RejectedAsync("wrong")).Which.Refusal.Should().Be(RefusalReasons.InvalidCredentials);
        sessions.Audit.Attempt.Should().Be(
            (isKnown ? AuditTarget.Of(Known.OrganizationId, Known.UserId) : AuditTarget.Unknown) with { Subject = SessionCreatorBuilder.Email.Value });
        await sessions.Attempts.DidNotReceiveWithAnyArgs().SucceedAsync(default, default);
        lease.Received(1).Dispose();
    }

    [Fact]
    public async Task A_request_that_is_rejected_with_503_is_not_counted_as_a_failure()
    {
        passwords.When(one => one.RequireCapacity()).Do(_ => throw new ServiceUnavailableError(TimeSpan.FromSeconds(5)));
        await FluentActions.Awaiting(() => LoginAsync(Password)).Should().ThrowAsync<ServiceUnavailableError>();
        await sessions.Attempts.DidNotReceiveWithAnyArgs().BeginAsync(default, default);
    }

    // Every rejection takes the same time: it locks an account and reads a user, with default ids.
    private async Task LockedForNoAccountAsync()
    {
        await sessions.Accounts.Received(1).LockForUpdateAsync(default, new SignInProof(SignInMethod.Password), Arg.Any<CancellationToken>());
        await sessions.Accounts.DidNotReceive().LockForUpdateAsync(Known.AccountId, Arg.Any<SignInProof>(), Arg.Any<CancellationToken>());
        await sessions.Users.Received(1).FindAsync(default, Arg.Any<CancellationToken>());
        await sessions.Sessions.DidNotReceiveWithAnyArgs().AddAsync(default!, default);
        lockedAs.Should().Equal(NoUser);
    }

    private void Allow(TimeSpan? wait) =>
        sessions.Attempts.BeginAsync(Arg.Any<VerificationSubject>(), Arg.Any<CancellationToken>()).Returns(new VerificationAttempt(wait, 1, lease));

    private void Find(params Credentials[] credentials) =>
        memberships.ListAsync(Arg.Any<ISpecification<Membership, Credentials>>(), Arg.Any<CancellationToken>()).Returns([.. credentials]);

    private async Task<ExceptionAssertions<AuthenticationError>> RejectedAsync(string password) =>
        (await FluentActions.Awaiting(() => LoginAsync(password)).Should().ThrowAsync<AuthenticationError>()).WithMessage("Invalid email or password");

    private Task<SignInResponse> LoginAsync(string password) =>
        new LoginHandler(
            memberships, sessions.Accounts, passwords, sessions.Verifier(), sessions.Build(caller), new TestUnitOfWork(log), sessions.Audit, caller)
            .Handle(new Login(" Ada@ACME.test", password), CancellationToken.None);
}
