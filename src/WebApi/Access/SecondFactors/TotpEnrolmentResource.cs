using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;
using System.ComponentModel.DataAnnotations;

namespace CleanApi.WebApi.Access;

/// <summary>An authenticator app that is being set up.</summary>
/// <param name="Id">The id of the person.</param>
/// <param name="Type">Always <c>totp_enrolment</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record TotpEnrolmentResource(
    [property: Example("usr_01h455vb4pex5vsknk084sn02q")] string Id,
    string Type,
    TotpEnrolmentAttributes Attributes) : IResource<TotpEnrolmentResource, TotpEnrolmentResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "totp_enrolment";

    /// <inheritdoc />
    public static TotpEnrolmentResource Of(TotpEnrolmentResponse enrolment) => new(
        enrolment.UserId.ToString(),
        TypeName,
        new TotpEnrolmentAttributes(enrolment.Secret, enrolment.OtpauthUri, enrolment.QrCode));

    /// <inheritdoc />
    public string GetId() => Id;
}

/// <summary>What goes into an authenticator app.</summary>
/// <param name="Secret">The secret, in base32, to be typed.</param>
/// <param name="OtpauthUri">The same with all that the app needs to know.</param>
/// <param name="QrCode">That address to be scanned: a <c>data:</c> address of a PNG.</param>
public sealed record TotpEnrolmentAttributes(
    [property: Example("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")] string Secret,
    [property: Url, Example("otpauth://totp/CleanApi:ada%40acme.test?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=CleanApi")] string OtpauthUri,
    [property: Url, Example("data:image/png;base64,iVBORw0KGgo=")] string QrCode)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => nameof(TotpEnrolmentAttributes);
}
