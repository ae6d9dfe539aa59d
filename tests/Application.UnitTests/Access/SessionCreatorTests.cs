using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

public sealed class SessionCreatorTests
{
    private static readonly AccountId Account = TypeId.New<AccountId>(Clock.Now);
    private static readonly SignInProof Proof = new(SignInMethod.Password, Clock.Now.AddDays(-1));
    private static readonly SignInProof MultiFactor = Proof with { IsMultiFactor = true };

    private readonly SessionCreatorBuilder creator = new();

    public SessionCreatorTests() => creator.Open(Account);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_account_with_a_second_factor_is_challenged_unless_one_was_proved(bool isProved)
    {
        creator.Factors.GetMethodsAsync(TestCaller.Self, Arg.Any<CancellationToken>()).Returns([SecondFactorMethods.Totp]);
        var challenge = new MfaChallenge(TypeId.New<SessionId>(Clock.Now), "challenge", 300, [SecondFactorMethods.Totp]);
        creator.Challenges.Issue(Arg.Any<PendingSignIn>(), Arg.Any<IReadOnlyList<string>>()).Returns(challenge);
        var response = await CreateAsync(isProved ? MultiFactor : Proof);
        response.Challenge.Should().Be(isProved ? null : challenge);
        creator.Audit.Received(isProved ? 1 : 0).Record("sign_in", Arg.Any<Session>());
    }

    [Fact]
    public async Task An_answered_challenge_is_consumed_and_its_session_is_created()
    {
        var promised = TypeId.New<SessionId>(Clock.Now);
        creator.Challenges.ConsumeAsync("token", Arg.Any<CancellationToken>()).Returns(new PendingSignIn(Account, TestCaller.Self, TestCaller.Organization, promised, Proof));
        (await CreateAsync(MultiFactor, "token")).Session!.SessionId.Should().Be(promised);
    }

    [Fact]
    public async Task A_challenge_that_was_consumed_or_is_another_account_s_is_rejected()
    {
        var other = new PendingSignIn(TypeId.New<AccountId>(Clock.Now), TestCaller.Self, TestCaller.Organization, TypeId.New<SessionId>(Clock.Now), Proof);
        creator.Challenges.ConsumeAsync("other", Arg.Any<CancellationToken>()).Returns(other);
        await RejectedAsync("used");
        await RejectedAsync("other");
    }

    [Theory]
    [InlineData(UserStatus.Invited)]
    [InlineData(UserStatus.Deactivated)]
    public async Task A_user_who_is_not_active_gets_no_session(UserStatus status)
    {
        creator.Users.FindAsync(TestCaller.Self, Arg.Any<CancellationToken>()).Returns(new UserSignInState(UserRole.Member, status, "Ada", SessionCreatorBuilder.Email));
        await RejectedAsync(null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_access_token_says_whether_a_second_factor_must_be_enrolled(bool isRequired)
    {
        creator.Organizations.LockSecurityPolicyAsync(Arg.Any<CancellationToken>()).Returns(new SecurityPolicy(isRequired));
        await CreateAsync(Proof);
        await creator.AccessTokens.Received(1).IssueAsync(
            Arg.Is<UserCaller>(caller => caller.MfaEnrollmentRequired == isRequired), SessionCreatorBuilder.Email, TimeSpan.FromDays(7), Arg.Any<CancellationToken>());
    }

    private async Task RejectedAsync(string? challenge)
    {
        await FluentActions.Awaiting(() => CreateAsync(Proof, challenge)).Should().ThrowAsync<AuthenticationError>();
        await creator.Sessions.DidNotReceiveWithAnyArgs().AddAsync(default!, default);
    }

    private Task<SignInResponse> CreateAsync(SignInProof proof, string? challenge = null) =>
        creator.Build(new TestCaller(TestCaller.Program(TestCaller.Self))).CreateAsync(Account, proof, challenge, CancellationToken.None);
}
