using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Organizations;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

[Trait("Requirement", "R100")]
public sealed class RefreshHandlerTests
{
    private const string Token = "rt_token";
    private const string Successor = "rt_successor";

    private static readonly byte[] Hash = [1];
    private static readonly byte[] SuccessorHash = [2];
    private static readonly SessionId Id = TypeId.New<SessionId>(Clock.Now);

    private static readonly EmailAddress Email = EmailAddress.Parse("ada@acme.test");

    private static readonly RefreshTokenState Active =
        new(Id, TestCaller.Self, TestCaller.Organization, 3, Clock.Now.AddDays(5), RevokedAt: null, UsedAt: Clock.Now, SuccessorUsedAt: null, IsMultiFactor: false);

    private readonly List<string> log = [];
    private readonly IRefreshTokenStore tokens = Substitute.For<IRefreshTokenStore>();
    private readonly IRepository<Session> repository = Substitute.For<IRepository<Session>>();
    private readonly ISessionStore sessions = Substitute.For<ISessionStore>();
    private readonly IRefreshTokenSecrets secrets = Substitute.For<IRefreshTokenSecrets>();
    private readonly IAccessTokenIssuer issuer = Substitute.For<IAccessTokenIssuer>();
    private readonly IUserDirectory users = Substitute.For<IUserDirectory>();
    private readonly ISecondFactors factors = Substitute.For<ISecondFactors>();
    private readonly IOrganizationService organizations = Substitute.For<IOrganizationService>();
    private readonly TestCaller caller = new();
    private readonly Session session = Session.Create(
        TypeId.New<AccountId>(Clock.Now), TestCaller.Self, TestCaller.Organization, TimeSpan.FromDays(30), null, null, Clock.Now.AddDays(-25), Id);

    private UserCaller? issuedFor;
    private Caller? readAs;
    private Caller? lockedAs;

    public RefreshHandlerTests()
    {
        secrets.IsWellFormed(Token).Returns(true);
        secrets.Successor(Token).Returns(Successor);
        secrets.Hash(Token).Returns(Hash);
        secrets.Hash(Successor).Returns(SuccessorHash);
        sessions.TouchAsync(Id, Clock.Now, Arg.Any<CancellationToken>()).Returns(true);
        sessions.When(one => one.LockOriginForUpdateAsync(Id, Arg.Any<CancellationToken>())).Do(_ => lockedAs = caller.Caller);
        repository.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<Session>>(spec => spec.IsSatisfiedBy(session)), Arg.Any<CancellationToken>()).Returns(session);
        issuer.IssueAsync(Arg.Do<UserCaller>(named => issuedFor = named), Email, Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>())
            .Returns(new AccessToken("access", TimeSpan.FromMinutes(15)));
        factors.GetMethodsAsync(TestCaller.Self, Arg.Any<CancellationToken>()).Returns([]);
        organizations.GetAsync(Arg.Any<CancellationToken>()).Returns(SessionCreatorBuilder.Organization(requireSecondFactor: false));
        User(UserStatus.Active);
    }

    [Fact]
    public async Task The_first_use_stores_the_successor_and_returns_it_with_the_current_role()
    {
        First(Active);
        var response = await RefreshAsync();
        response.Should().Be(new SessionResponse("access", "Bearer", 900, Successor, (int)TimeSpan.FromDays(5).TotalSeconds, Id, TestCaller.Self, TestCaller.Organization));
        issuedFor.Should().Be(new UserCaller(TestCaller.Self, TestCaller.Organization, UserRole.Admin, Id, 3));
        readAs.Should().Be(new SystemCaller(TestCaller.Organization, TestCaller.Self));
        caller.Caller.Should().BeNull("the request itself stays anonymous");
        tokens.Received(1).Add(Arg.Is<RefreshToken>(stored => stored.Hash == SuccessorHash && stored.SessionId == Id && stored.ExpiresAt == Active.ExpiresAt));
    }

    [Fact]
    public async Task The_successor_expires_with_the_idle_limit_before_the_session()
    {
        First(Active with { ExpiresAt = Clock.Now.AddDays(20) });
        (await RefreshAsync()).RefreshExpiresIn.Should().Be(604800);
        tokens.Received(1).Add(Arg.Is<RefreshToken>(stored => stored.ExpiresAt == Clock.Now.AddDays(7)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task A_retry_within_the_leeway_gets_the_same_successor_and_stores_nothing(int secondsLater)
    {
        Found(Active with { UsedAt = Clock.Now.AddSeconds(-secondsLater) });
        (await RefreshAsync()).RefreshToken.Should().Be(Successor);
        tokens.DidNotReceiveWithAnyArgs().Add(null!);
    }

    [Fact]
    public async Task A_retry_within_the_leeway_is_rejected_after_the_successor_was_used_without_revoking_the_session()
    {
        Found(Active with { SuccessorUsedAt = Clock.Now });
        await RejectedAsync();
        session.RevokedAt.Should().BeNull();
    }

    [Fact]
    public async Task A_use_after_the_leeway_is_rejected_and_revokes_the_session_in_a_unit_of_work_of_its_own()
    {
        Found(Active with { UsedAt = Clock.Now.AddSeconds(-11) });

        await RejectedAsync();

        session.RevokedReason.Should().Be(SessionEndReason.TokenReused);
        lockedAs.Should().Be(new SystemCaller(TestCaller.Organization, TestCaller.Self));
        log.Should().Equal("begin ReadCommitted", "commit", "begin ReadCommitted", "commit");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_access_token_says_whether_a_second_factor_must_be_enrolled(bool isRequired)
    {
        First(Active);
        organizations.GetAsync(Arg.Any<CancellationToken>()).Returns(SessionCreatorBuilder.Organization(isRequired));
        await RefreshAsync();
        issuedFor!.MfaEnrollmentRequired.Should().Be(isRequired);
    }

    public static TheoryData<RefreshTokenState?> Inactive => new()
    {
        null,
        Active with { RevokedAt = Clock.Now.AddDays(-1) },
        Active with { ExpiresAt = Clock.Now },
        Active with { RevokedAt = Clock.Now.AddDays(-1), UsedAt = Clock.Now.AddDays(-2) },
    };

    [Theory]
    [MemberData(nameof(Inactive))]
    public async Task An_unknown_or_expired_token_or_one_of_a_revoked_session_is_rejected(RefreshTokenState? found)
    {
        Found(found);
        await RejectedAsync();
        sessions.ReceivedCalls().Should().BeEmpty();
    }

    [Fact]
    public async Task A_session_that_ends_concurrently_is_rejected()
    {
        First(Active);
        sessions.TouchAsync(Id, Clock.Now, Arg.Any<CancellationToken>()).Returns(false);
        await RejectedAsync();
    }

    [Theory]
    [InlineData(UserStatus.Invited)]
    [InlineData(UserStatus.Deactivated)]
    public async Task A_user_who_is_not_active_is_rejected(UserStatus status)
    {
        First(Active);
        User(status);
        await RejectedAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.c2ln")]
    [Trait("Requirement", "R104")]
    public async Task A_malformed_refresh_token_is_rejected_without_a_lookup(string? token)
    {
        await FluentActions.Awaiting(() => RefreshAsync(token)).Should().ThrowAsync<AuthenticationError>();
        await tokens.DidNotReceiveWithAnyArgs().FindAsync([], [], default);
    }

    private void First(RefreshTokenState found)
    {
        tokens.ConsumeAsync(Hash, Clock.Now, Arg.Any<CancellationToken>()).Returns(true);
        Found(found);
    }

    private void Found(RefreshTokenState? found) => tokens.FindAsync(Hash, SuccessorHash, Arg.Any<CancellationToken>()).Returns(found);

    private void User(UserStatus status) => users.FindAsync(TestCaller.Self, Arg.Any<CancellationToken>()).Returns(_ =>
    {
        readAs = caller.Caller;
        return new UserSignInState(UserRole.Admin, status, "Ada", Email);
    });

    private async Task RejectedAsync() =>
        (await FluentActions.Awaiting(() => RefreshAsync()).Should().ThrowAsync<AuthenticationError>()).WithMessage("Invalid or expired token");

    private Task<SessionResponse> RefreshAsync(string? token = Token)
    {
        var unitOfWork = new TestUnitOfWork(log);
        var revoker = new ReusedSessionRevoker(
            repository, sessions, SessionCreatorBuilder.Revoker([session], sessions, Substitute.For<IAuditTrail>(), caller, log), users, Substitute.For<IMailOutbox>(),
            unitOfWork, Substitute.For<IAuditTrail>(), new SiteAddress("https://acme.test"), Clock.Instance);
        var handler = new RefreshHandler(
            unitOfWork, tokens, sessions, secrets, issuer, users, new MfaEnrollment(factors, organizations), revoker, Substitute.For<IAuditTrail>(), caller, SessionCreatorBuilder.Policy, Clock.Instance);
        return handler.Handle(new Refresh(token), CancellationToken.None);
    }
}
