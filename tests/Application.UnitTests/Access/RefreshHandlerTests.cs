using System.Data;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

[Trait("Requirement", "R100")]
public sealed class RefreshHandlerTests
{
    private const string Token = "rt_token";
    private const string Successor = "rt_successor";

    private static readonly byte[] Hash = [1];
    private static readonly byte[] SuccessorHash = [2];
    private static readonly SessionId Session = TypeId.New<SessionId>(Clock.Now);

    private static readonly RefreshTokenState Live =
        new(Session, TestCaller.Self, TestCaller.Organization, 3, Clock.Now.AddDays(5), RevokedAt: null, UsedAt: Clock.Now, SuccessorUsedAt: null);

    private readonly IUnitOfWork unitOfWork = Substitute.For<IUnitOfWork>();
    private readonly IRefreshTokenStore tokens = Substitute.For<IRefreshTokenStore>();
    private readonly ISessionStore sessions = Substitute.For<ISessionStore>();
    private readonly IRefreshTokenSecrets secrets = Substitute.For<IRefreshTokenSecrets>();
    private readonly IAccessTokenIssuer issuer = Substitute.For<IAccessTokenIssuer>();
    private readonly ISender sender = Substitute.For<ISender>();
    private readonly TestCaller caller = new();
    private Caller? issuedFor;

    public RefreshHandlerTests()
    {
        unitOfWork.ExecuteAsync(Arg.Any<Func<CancellationToken, Task<RefreshExchange>>>(), IsolationLevel.ReadCommitted, Arg.Any<CancellationToken>())
            .Returns(call => call.Arg<Func<CancellationToken, Task<RefreshExchange>>>()(CancellationToken.None));
        secrets.IsWellFormed(Token).Returns(true);
        secrets.Successor(Token).Returns(Successor);
        secrets.Hash(Token).Returns(Hash);
        secrets.Hash(Successor).Returns(SuccessorHash);
        sessions.TouchAsync(Session, Clock.Now, Arg.Any<CancellationToken>()).Returns(true);
        issuer.IssueAsync(Arg.Do<Caller>(named => issuedFor = named), Arg.Any<EmailAddress>(), Arg.Any<CancellationToken>())
            .Returns(new AccessToken("access", TimeSpan.FromMinutes(15)));
        User(UserStatus.Active);
    }

    [Fact]
    public async Task The_first_use_stores_the_successor_and_answers_it_with_the_role_of_today()
    {
        First(Live);
        var response = await RefreshAsync();
        response.Should().Be(new SessionResponse("access", "Bearer", 900, Successor, (int)TimeSpan.FromDays(5).TotalSeconds, Session));
        issuedFor.Should().Be(new Caller(TestCaller.Self, TestCaller.Organization, UserRole.Admin, Session, 3));
        tokens.Received(1).Add(Arg.Is<RefreshToken>(stored => stored.Hash == SuccessorHash && stored.SessionId == Session && stored.ExpiresAt == Live.ExpiresAt));
    }

    [Fact]
    public async Task The_successor_lasts_as_long_as_the_idle_limit_where_the_session_lasts_longer()
    {
        First(Live with { ExpiresAt = Clock.Now.AddDays(20) });
        (await RefreshAsync()).RefreshExpiresIn.Should().Be(604800);
        tokens.Received(1).Add(Arg.Is<RefreshToken>(stored => stored.ExpiresAt == Clock.Now.AddDays(7)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task A_retry_within_the_leeway_gets_the_same_successor_and_stores_nothing(int secondsLater)
    {
        Found(Live with { UsedAt = Clock.Now.AddSeconds(-secondsLater) });
        (await RefreshAsync()).RefreshToken.Should().Be(Successor);
        tokens.DidNotReceiveWithAnyArgs().Add(null!);
    }

    [Fact]
    public async Task A_retry_within_the_leeway_is_refused_once_the_successor_was_used_and_the_session_goes_on()
    {
        Found(Live with { SuccessorUsedAt = Clock.Now });
        await Refused();
        await sender.DidNotReceiveWithAnyArgs().Send(Arg.Any<EndReusedSession>(), default);
    }

    [Fact]
    public async Task A_use_after_the_leeway_is_refused_and_ends_the_session_outside_the_exchange()
    {
        Found(Live with { UsedAt = Clock.Now.AddSeconds(-11) });
        await Refused();
        await sender.Received(1).Send(new EndReusedSession(Session), Arg.Any<CancellationToken>());
    }

    public static TheoryData<RefreshTokenState?> Dead => new()
    {
        null,
        Live with { RevokedAt = Clock.Now.AddDays(-1) },
        Live with { ExpiresAt = Clock.Now },
        Live with { RevokedAt = Clock.Now.AddDays(-1), UsedAt = Clock.Now.AddDays(-2) },
    };

    [Theory]
    [MemberData(nameof(Dead))]
    public async Task Unknown_ended_and_expired_are_refused_alike(RefreshTokenState? found)
    {
        Found(found);
        await Refused();
        await sender.DidNotReceiveWithAnyArgs().Send(Arg.Any<EndReusedSession>(), default);
    }

    [Fact]
    public async Task A_session_that_ends_at_the_same_moment_is_refused()
    {
        First(Live);
        sessions.TouchAsync(Session, Clock.Now, Arg.Any<CancellationToken>()).Returns(false);
        await Refused();
    }

    [Theory]
    [InlineData(UserStatus.Invited)]
    [InlineData(UserStatus.Deactivated)]
    public async Task Only_the_active_are_refreshed(UserStatus status)
    {
        First(Live);
        User(status);
        await Refused();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.c2ln")]
    [Trait("Requirement", "R104")]
    public async Task What_is_no_refresh_token_is_refused_unseen(string? token)
    {
        await FluentActions.Awaiting(() => RefreshAsync(token)).Should().ThrowAsync<AuthenticationError>();
        await tokens.DidNotReceiveWithAnyArgs().FindAsync([], [], default);
    }

    private void First(RefreshTokenState found)
    {
        tokens.UseAsync(Hash, Clock.Now, Arg.Any<CancellationToken>()).Returns(true);
        Found(found);
    }

    private void Found(RefreshTokenState? found) => tokens.FindAsync(Hash, SuccessorHash, Arg.Any<CancellationToken>()).Returns(found);

    private void User(UserStatus status) => sender.Send(new GetSignInState(TestCaller.Self), Arg.Any<CancellationToken>())
        .Returns(new SignInState(UserRole.Admin, status, "Ada", EmailAddress.Parse("ada@acme.test")));

    private async Task Refused() =>
        (await FluentActions.Awaiting(() => RefreshAsync()).Should().ThrowAsync<AuthenticationError>()).WithMessage("Invalid or expired token");

    private Task<SessionResponse> RefreshAsync(string? token = Token) =>
        new RefreshHandler(
            unitOfWork, tokens, sessions, secrets, issuer, caller, sender, new SessionPolicy(TimeSpan.FromDays(30), TimeSpan.FromDays(7), TimeSpan.FromSeconds(10)), Clock.Instance)
            .Handle(new Refresh(token), CancellationToken.None);
}
