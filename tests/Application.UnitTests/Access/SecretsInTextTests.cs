using CleanApi.Application.Access;
using CleanApi.Application.Invitations;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Access;

/// <summary>The ToString of a record prints its members, which can end up in a log.</summary>
public sealed class SecretsInTextTests
{
    private const string Secret = "s3cret";

    public static TheoryData<object> Holders => new()
    {
        new Login("ada@acme.test", Secret),
        new Refresh(Secret),
        new VerifyEmail("tok_1", Secret),
        new VerifyEmail(Secret),
        new ResetPassword(Secret, Secret),
        new ChangePassword(Secret, Secret),
        new AccessToken(Secret, TimeSpan.Zero),
        new SessionResponse(Secret, "Bearer", 1, Secret, 1, TypeId.New<SessionId>(Clock.Now), TypeId.New<UserId>(Clock.Now), TypeId.New<OrganizationId>(Clock.Now)),
        new MfaChallenge(TypeId.New<SessionId>(Clock.Now), Secret, 1, []),
        new AcceptInvitation(Secret, "Ada", Secret),
        new VerifySecondFactor(Secret, Secret),
        new ConfirmTotp(Secret),
        new TotpEnrolmentResponse(TypeId.New<UserId>(Clock.Now), Secret, Secret, Secret, 1),
        new RecoveryCodesResponse(TypeId.New<UserId>(Clock.Now), [Secret], 1),
        new VerificationData(TypeId.New<AccountId>(Clock.Now), Secret, null, [1], null),
        new OneTimeTokenContent(null, Secret),
        new NewApiKey(Secret, Secret, Secret),
        new ApiKeyResponse(
            default, default, default, "", ApiKeyMode.Live, "", [], null, null, null, null, null, null, Clock.Now, Clock.Now, 1) { Key = Secret },
        new Reauthenticate(Secret, Secret, Secret),
        new CreatePasskey(Secret, default, "Laptop"),
        new BeginPasskeySignIn(null, Secret),
        new SignInWithPasskey(Secret, default, Secret),
        new PasskeyCeremony(Secret, Secret),
        new PasskeyChallenge(Secret, 1, Secret),
        new Credentials(TypeId.New<AccountId>(Clock.Now), TypeId.New<UserId>(Clock.Now), TypeId.New<OrganizationId>(Clock.Now), null, Secret, null),
        new ExternalChallenge(Secret, Secret, Secret),
        new ExternalCallback(Secret, null, null, Secret, Secret),
        new ExternalAuthorization(new Uri($"https://provider.test/?state={Secret}"), Secret, TimeSpan.Zero),
        new ExternalRegistrationToken(Secret, TimeSpan.Zero),
        new GetExternalRegistration(Secret),
        new CompleteExternalRegistration(Secret),
        new LookupRegistration(Secret),
        new LookupInvitation(Secret),
        new ExternalSignInState("google", Secret, Secret, [], null, null),
        new BeginExternalSignIn("google", null, Secret),
        new CompleteExternalSignIn("google", Secret, Secret, null, null, Secret),
        new LinkExternalIdentity("google") { BrowserSecret = Secret },
    };

    [Theory]
    [MemberData(nameof(Holders))]
    [Trait("Requirement", "R183")]
    public void ToString_does_not_contain_the_secret(object holder) => holder.ToString().Should().NotContain(Secret);
}
