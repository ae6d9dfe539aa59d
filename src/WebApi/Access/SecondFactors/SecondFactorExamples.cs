using CleanApi.Application.Access;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Access;

/// <summary>What second factors look like.</summary>
internal sealed class SecondFactorExamples : IExamples
{
    private const string Password = "Passw0rd!demo";
    private const string Code = "287082";
    private const string Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static readonly string Id = TypeIdSchema.Example("usr");

    public IEnumerable<object> Values =>
    [
        new VerifySecondFactor("tok_mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k", Code),
        new BeginTotp(Password),
        new ConfirmTotp(Code),
        new DisableTotp(Password, null),
        new RenewRecoveryCodes(Password, null),
        Examples.Document(new TotpResource(Id, TotpResource.TypeName, new TotpAttributes(true, Examples.Time, 10))),
        Examples.Document(new TotpEnrolmentResource(Id, TotpEnrolmentResource.TypeName, new TotpEnrolmentAttributes(
            Secret, $"otpauth://totp/CleanApi:member%40acme.test?secret={Secret}&issuer=CleanApi&algorithm=SHA1&digits=6&period=30", "data:image/png;base64,iVBORw0KGgo="))),
        Examples.Document(new RecoveryCodesResource(Id, RecoveryCodesResource.TypeName, new RecoveryCodesAttributes(["4k7d-91vw-q0hc-me3x", "zr80-3tpa-7nbe-x5g2"]))),
    ];
}
