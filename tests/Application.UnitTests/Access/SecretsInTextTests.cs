using CleanApi.Application.Access;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Access;

/// <summary>A record prints its members, and what is printed ends in a log sooner or later.</summary>
public sealed class SecretsInTextTests
{
    private const string Secret = "s3cret";

    public static TheoryData<object> Holders => new()
    {
        new Login("ada@acme.test", Secret),
        new Refresh(Secret),
        new Register("Acme", "Ada", "ada@acme.test", Secret),
        new PendingRegistration("Acme", "Ada", "ada@acme.test", Secret),
        new HoldRegistration(new PendingRegistration("Acme", "Ada", "ada@acme.test", Secret)),
        new VerifyEmail(Secret),
        new CompleteRegistration(Secret),
        new FoundAccount("Acme", "Ada", EmailAddress.Parse("ada@acme.test"), Secret),
        new OpenAccount(TypeId.New<UserId>(Clock.Now), TypeId.New<OrganizationId>(Clock.Now), EmailAddress.Parse("ada@acme.test"), Secret),
        new HashPassword(Secret, "password", []),
        new ResetPassword(Secret, Secret),
        new CompletePasswordReset(Secret, Secret),
        new ChangePassword(Secret, Secret),
        new ReplacePassword(Secret, Clock.Now, "Ada", EndOtherSessions: true),
        new AccessToken(Secret, TimeSpan.Zero),
        new SessionResponse(Secret, "Bearer", 1, Secret, 1, TypeId.New<SessionId>(Clock.Now)),
        new SecondFactorChallenge(TypeId.New<SessionId>(Clock.Now), Secret, 1, []),
        new OpenSession(TypeId.New<AccountId>(Clock.Now), new SignInProof(SignInMethod.Password), Secret),
        new OneTimeTokenContent(null, Secret),
        new BeginPasskeyRegistration(Secret),
        new CreatePasskey(Secret, default, "Laptop"),
        new BeginPasskeySignIn(null, Secret),
        new SignInWithPasskey(Secret, default, Secret),
        new PasskeyCeremony(Secret, Secret),
        new PasskeyChallenge(Secret, 1, Secret),
        new Credentials(TypeId.New<AccountId>(Clock.Now), TypeId.New<UserId>(Clock.Now), TypeId.New<OrganizationId>(Clock.Now), Secret, null),
        new ExternalChallenge(Secret, Secret, Secret),
        new ExternalCallback(Secret, null, null, Secret, Secret),
        new ExternalAuthorization(new Uri($"https://provider.test/?state={Secret}"), Secret, TimeSpan.Zero),
        new ExternalSignInState("google", Secret, Secret, [], null, null),
        new BeginExternalSignIn("google", null, Secret),
        new CompleteExternalSignIn("google", Secret, Secret, null, null, Secret),
        new LinkExternalIdentity("google") { BrowserSecret = Secret },
    };

    [Theory]
    [MemberData(nameof(Holders))]
    [Trait("Requirement", "R183")]
    public void Text_holds_no_secret(object holder) => holder.ToString().Should().NotContain(Secret);
}
