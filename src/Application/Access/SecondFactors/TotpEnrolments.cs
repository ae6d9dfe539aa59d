using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Describes a secret for an authenticator app: as text, as an address and as a QR code.</summary>
[Service]
internal sealed class TotpEnrolments(IQrCodes qrCodes)
{
    private const string Issuer = "CleanApi";

    /// <summary>Describes the secret of an account.</summary>
    public TotpEnrolmentResponse Describe(UserId userId, Account account, byte[] secret)
    {
        var text = Base32.Encode(secret);
        // The Key URI format of authenticator apps: the issuer twice, because old ones read only the label.
        var uri = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.Email.Value)}"
            + $"?secret={text}&issuer={Issuer}&algorithm=SHA1&digits={Totp.Digits}&period={Totp.PeriodSeconds}";
        return new TotpEnrolmentResponse(userId, text, uri, qrCodes.DataUri(uri), account.Version);
    }
}
