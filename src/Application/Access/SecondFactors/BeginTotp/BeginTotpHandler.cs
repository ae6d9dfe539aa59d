using System.Security.Cryptography;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginTotpHandler(Reauthentication reauthentication, TotpSecrets secrets, IQrCodes qrCodes, ICallerContext context, ISender sender)
    : IRequestHandler<BeginTotp, TotpEnrolmentResponse>
{
    private const string Issuer = "CleanApi";

    public async Task<TotpEnrolmentResponse> Handle(BeginTotp request, CancellationToken cancellationToken)
    {
        var account = await reauthentication.RequireAsync(request.CurrentPassword, code: null, cancellationToken);
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        var version = await sender.Send(new KeepTotpSecret(account.AccountId, secrets.Protect(account.AccountId, secret)), cancellationToken);
        var text = Base32.Encode(secret);

        // The Key URI format of authenticator apps: the issuer twice, since old ones read the label only.
        var uri = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.Email.Value)}"
            + $"?secret={text}&issuer={Issuer}&algorithm=SHA1&digits={Totp.Digits}&period={Totp.PeriodSeconds}";
        return new TotpEnrolmentResponse(context.Required.UserId, text, uri, qrCodes.DataUri(uri), version);
    }
}
