using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using MediatR;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

public sealed class LoginHandlerTests
{
    private const string Password = "Passw0rd!";
    private const string Hash = "hash";

    private static readonly Credentials Known = new(TypeId.New<AccountId>(Clock.Now), TestCaller.Self, TestCaller.Organization, Hash, Clock.Now.AddDays(-1));

    private static readonly SignInResponse Opened = new(new("access", "Bearer", 900, "refresh", 604800, TypeId.New<SessionId>(Clock.Now)), Challenge: null);

    private readonly IReadRepository<Membership> memberships = Substitute.For<IReadRepository<Membership>>();
    private readonly IAccountStore accounts = Substitute.For<IAccountStore>();
    private readonly IPasswordHasher passwords = Substitute.For<IPasswordHasher>();
    private readonly ISignInAttempts attempts = Substitute.For<ISignInAttempts>();
    private readonly IDisposable turn = Substitute.For<IDisposable>();
    private readonly ISender sender = Substitute.For<ISender>();
    private readonly TestCaller caller = new();

    public LoginHandlerTests()
    {
        passwords.VerifyAsync(Password, Hash, Arg.Any<CancellationToken>()).Returns(true);
        Allow(true);
        sender.Send(Arg.Is<OpenSession>(command => command.AccountId == Known.AccountId), Arg.Any<CancellationToken>()).Returns(Opened);
        sender.Send(Arg.Is<OpenSession>(command => command.AccountId == default), Arg.Any<CancellationToken>())
            .Returns<SignInResponse>(_ => throw AccessErrors.InvalidCredentials());
    }

    [Fact]
    public async Task The_right_password_opens_a_session_as_its_user()
    {
        Find(Known);
        (await LoginAsync(Password)).Should().Be(Opened);
        await sender.Received(1).Send(new OpenSession(Known.AccountId, new SignInProof(SignInMethod.Password, Known.PasswordChangedAt)), Arg.Any<CancellationToken>());
        (caller.Caller!.UserId, caller.Caller.OrganizationId, caller.Caller.Role).Should().Be((TestCaller.Self, TestCaller.Organization, UserRole.Viewer));
    }

    [Fact]
    public async Task An_unknown_address_is_refused_after_a_password_was_verified_all_the_same()
    {
        await Refused(Password);
        await passwords.Received(1).VerifyAsync(Password, null, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task An_account_without_a_password_is_refused_after_one_was_verified_all_the_same()
    {
        Find(Known with { PasswordHash = null });
        await Refused(Password);
        await passwords.Received(1).VerifyAsync(Password, null, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_wrong_password_is_refused_as_far_along_as_any_and_as_nobody()
    {
        Find(Known);
        Caller? opener = null;
        sender.When(one => one.Send(Arg.Any<OpenSession>(), Arg.Any<CancellationToken>())).Do(_ => opener = caller.Caller);
        await Refused("wrong");
        (opener!.UserId, opener.OrganizationId).Should().Be((default(UserId), default(OrganizationId)));
        await sender.DidNotReceive().Send(Arg.Is<OpenSession>(command => command.AccountId == Known.AccountId), Arg.Any<CancellationToken>());
        await sender.Received(1).Send(new OpenSession(default, new SignInProof(SignInMethod.Password)), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Nobody_gets_a_session_even_if_one_was_opened()
    {
        sender.Send(Arg.Any<OpenSession>(), Arg.Any<CancellationToken>()).Returns(Opened);
        await Refused(Password);
    }

    [Fact]
    [Trait("Requirement", "R227")]
    public async Task A_weaker_hash_is_replaced_by_a_stronger_one_of_the_same_password()
    {
        Find(Known);
        passwords.NeedsRehash(Hash).Returns(true);
        passwords.HashAsync(Password, Arg.Any<CancellationToken>()).Returns("stronger");
        await LoginAsync(Password);
        await accounts.Received(1).UpgradeHashAsync(Known.AccountId, Hash, "stronger", Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_hash_of_today_stays()
    {
        Find(Known);
        await LoginAsync(Password);
        await accounts.DidNotReceiveWithAnyArgs().UpgradeHashAsync(default, "", "", default);
    }

    [Fact]
    public async Task During_a_delay_the_right_password_is_refused_as_far_along_as_a_wrong_one()
    {
        Find(Known);
        Allow(false);
        await Refused(Password);
        await passwords.Received(1).VerifyAsync(Password, Hash, Arg.Any<CancellationToken>());
        await sender.Received(1).Send(new OpenSession(default, new SignInProof(SignInMethod.Password)), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task An_attempt_is_counted_before_its_password_is_verified_and_ends_with_the_answer()
    {
        Find(Known);
        await LoginAsync(Password);
        Received.InOrder(() =>
        {
            passwords.RequireCapacity();
            _ = attempts.BeginAsync(EmailAddress.Parse("ada@acme.test"), Arg.Any<CancellationToken>());
            _ = passwords.VerifyAsync(Password, Hash, Arg.Any<CancellationToken>());
            turn.Dispose();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_is_written_down_in_the_user_s_organization_or_in_none(bool isKnown)
    {
        if (isKnown)
        {
            Find(Known);
        }

        await Refused("wrong");
        await sender.Received(1).Send(new RecordFailedSignIn(isKnown ? Known.UserId : default), Arg.Any<CancellationToken>());
        caller.Caller!.OrganizationId.Should().Be(isKnown ? Known.OrganizationId : default);
    }

    [Fact]
    public async Task Whoever_finds_too_many_waiting_has_not_failed()
    {
        passwords.When(one => one.RequireCapacity()).Do(_ => throw new ServiceUnavailableError(TimeSpan.FromSeconds(5)));
        await FluentActions.Awaiting(() => LoginAsync(Password)).Should().ThrowAsync<ServiceUnavailableError>();
        await attempts.DidNotReceiveWithAnyArgs().BeginAsync(default, default);
    }

    private void Allow(bool isAllowed) =>
        attempts.BeginAsync(Arg.Any<EmailAddress>(), Arg.Any<CancellationToken>()).Returns(new SignInAttempt(isAllowed, turn));

    private void Find(Credentials credentials) =>
        memberships.FirstOrDefaultAsync(Arg.Any<ISpecification<Membership, Credentials>>(), Arg.Any<CancellationToken>()).Returns(credentials);

    private async Task Refused(string password) =>
        (await FluentActions.Awaiting(() => LoginAsync(password)).Should().ThrowAsync<AuthenticationError>()).WithMessage("Invalid email or password");

    private Task<SignInResponse> LoginAsync(string password) =>
        new LoginHandler(memberships, accounts, passwords, attempts, caller, sender).Handle(new Login(" Ada@ACME.test", password), CancellationToken.None);
}
