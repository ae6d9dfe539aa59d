using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>What goes into an authenticator app.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Secret">The secret, in base32.</param>
/// <param name="OtpauthUri">The same with all that the app needs to know, as a Key URI.</param>
/// <param name="QrCode">That address as a picture: a <c>data:</c> address of a PNG.</param>
/// <param name="Version">The account's version.</param>
public sealed record TotpEnrolmentResponse(UserId UserId, string Secret, string OtpauthUri, string QrCode, long Version) : IVersioned
{
    /// <summary>Without the secret: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(TotpEnrolmentResponse);
}
