using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The secret for an authenticator app.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Secret">The secret, in base32.</param>
/// <param name="OtpauthUri">The secret and its parameters as a Key URI.</param>
/// <param name="QrCode">The Key URI as a QR code: a <c>data:</c> URL of a PNG.</param>
/// <param name="Version">The account's version.</param>
public sealed record TotpEnrolmentResponse(UserId UserId, string Secret, string OtpauthUri, string QrCode, long Version) : IVersioned
{
    /// <summary>Without the secret, which must not reach a log.</summary>
    public override string ToString() => nameof(TotpEnrolmentResponse);
}
