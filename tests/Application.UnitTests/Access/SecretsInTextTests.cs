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
        new NewApiKey(Secret, Secret, Secret),
        new ApiKeyResponse(
            default, default, default, "", ApiKeyMode.Live, "", [], null, null, null, null, null, null, Clock.Now, Clock.Now, 1) { Key = Secret },
        new Credentials(TypeId.New<AccountId>(Clock.Now), TypeId.New<UserId>(Clock.Now), TypeId.New<OrganizationId>(Clock.Now), Secret, null),
    };

    [Theory]
    [MemberData(nameof(Holders))]
    [Trait("Requirement", "R183")]
    public void Text_holds_no_secret(object holder) => holder.ToString().Should().NotContain(Secret);
}
