using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;

namespace CleanApi.WebApi.Access;

/// <summary>What goes into an authenticator app.</summary>
/// <param name="Secret">The secret, in base32, to be typed.</param>
/// <param name="OtpauthUri">The same with all that the app needs to know.</param>
/// <param name="QrCode">That address to be scanned: a <c>data:</c> address of a PNG.</param>
public sealed record TotpEnrolmentAttributes(
    [property: Example("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")] string Secret,
    [property: Url, Example("otpauth://totp/CleanApi:ada%40acme.test?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=CleanApi")] string OtpauthUri,
    [property: Url, Example("data:image/png;base64,iVBORw0KGgo=")] string QrCode);
