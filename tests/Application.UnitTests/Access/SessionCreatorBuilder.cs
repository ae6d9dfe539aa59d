using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Access;

/// <summary>A <see cref="SessionCreator"/> over substituted ports: the user is active and has no second factor, and no account is open.</summary>
internal sealed class SessionCreatorBuilder
{
    public static readonly EmailAddress Email = EmailAddress.Parse("ada@acme.test");

    public static readonly SessionPolicy Policy = new(TimeSpan.FromDays(30), TimeSpan.FromDays(7), TimeSpan.FromSeconds(10));

    public SessionCreatorBuilder()
    {
        Users.FindAsync(TestCaller.Self, Arg.Any<CancellationToken>()).Returns(new UserSignInState(UserRole.Admin, UserStatus.Active, "Ada", Email));
        Organizations.LockSecurityPolicyAsync(Arg.Any<CancellationToken>()).Returns(new SecurityPolicy(RequireSecondFactor: false));
        Factors.GetMethodsAsync(TestCaller.Self, Arg.Any<CancellationToken>()).Returns([]);
        Secrets.Create().Returns("refresh");
        Secrets.Hash("refresh").Returns([1]);
        AccessTokens.IssueAsync(Arg.Any<UserCaller>(), Arg.Any<EmailAddress>(), Arg.Any<TimeSpan>(), Arg.Any<CancellationToken>())
            .Returns(new AccessToken("access", TimeSpan.FromMinutes(15)));
    }

    public IAccountStore Accounts { get; } = Substitute.For<IAccountStore>();

    public IRepository<Session> Sessions { get; } = Substitute.For<IRepository<Session>>();

    public IRefreshTokenSecrets Secrets { get; } = Substitute.For<IRefreshTokenSecrets>();

    public IAccessTokenIssuer AccessTokens { get; } = Substitute.For<IAccessTokenIssuer>();

    public ISecondFactors Factors { get; } = Substitute.For<ISecondFactors>();

    public IMfaChallenges Challenges { get; } = Substitute.For<IMfaChallenges>();

    public IVerificationAttempts Attempts { get; } = Substitute.For<IVerificationAttempts>();

    public IUserDirectory Users { get; } = Substitute.For<IUserDirectory>();

    public IOrganizationService Organizations { get; } = Substitute.For<IOrganizationService>();

    public IAuditTrail Audit { get; } = Substitute.For<IAuditTrail>();

    public static OrganizationResponse Organization(bool requireSecondFactor) =>
        new(TestCaller.Organization, "Acme", OrganizationPlan.Free, requireSecondFactor, Clock.Now, Clock.Now, 1);

    /// <summary>The account is open: it can be locked for a session.</summary>
    public void Open(AccountId account) => Accounts.LockForUpdateAsync(account, Arg.Any<SignInProof>(), Arg.Any<CancellationToken>()).Returns(true);

    /// <summary>A verifier over the same ports.</summary>
    public ThrottledVerifier Verifier() => new(
        Attempts, Substitute.For<IReadRepository<Account>>(), Substitute.For<IMailOutbox>(), new TestUnitOfWork([]), Clock.Instance);

    /// <summary>A revoker of the sessions of one sign-in.</summary>
    public static SessionRevoker Revoker(IReadOnlyList<Session> sessions, ISessionStore store, IAuditTrail audit, ICallerContext context, List<string> log)
    {
        var repository = Substitute.For<IRepository<Session>>();
        repository.ListAsync(Arg.Any<ISpecification<Session>>(), Arg.Any<CancellationToken>()).Returns([.. sessions]);
        return new SessionRevoker(
            Substitute.For<IReadRepository<Account>>(), repository, store, Substitute.For<IMfaChallenges>(), Substitute.For<IOneTimeTokens>(), new TestUnitOfWork(log), audit, context, Clock.Instance);
    }

    public SessionCreator Build(ICallerContext context) => new(
        Accounts, Sessions, Substitute.For<IRefreshTokenStore>(), Secrets, AccessTokens, Factors, Challenges, Attempts, Users,
        new MfaEnrollment(Factors, Organizations), Audit, context, Policy, Clock.Instance);
}
