using System.Security.Cryptography;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginTotpHandler(IRepository<Account> accounts, TotpSecrets secrets, IQrCodes qrCodes, ICallerContext context, TimeProvider clock)
    : IRequestHandler<BeginTotp, TotpEnrolmentResponse>
{
    private const string Issuer = "CleanApi";

    public async Task<TotpEnrolmentResponse> Handle(BeginTotp command, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(caller.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        account.BeginTotp(secrets.Protect(account.Id, secret), caller.SessionId, clock.GetUtcNow());
        var text = Base32.Encode(secret);
        // The Key URI format of authenticator apps: the issuer twice, because old ones read only the label.
        var uri = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.Email.Value)}"
            + $"?secret={text}&issuer={Issuer}&algorithm=SHA1&digits={Totp.Digits}&period={Totp.PeriodSeconds}";
        return new TotpEnrolmentResponse(caller.UserId, text, uri, qrCodes.DataUri(uri), account.Version);
    }
}
