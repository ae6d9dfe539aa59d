using System.Security.Cryptography;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginTotpHandler(
    StepUp stepUp,
    IRepository<Account> accounts,
    TotpSecrets secrets,
    IQrCodes qrCodes,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<BeginTotp, TotpEnrolmentResponse>
{
    private const string Issuer = "CleanApi";

    public async Task<TotpEnrolmentResponse> Handle(BeginTotp command, CancellationToken cancellationToken)
    {
        var verified = await stepUp.RequireAsync(command.CurrentPassword, code: null, cancellationToken);
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        var version = await unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                var account = await accounts.SingleOrDefaultAsync(new AccountByIdSpec(verified.AccountId), cancellation) ?? throw AccessErrors.InvalidToken();
                account.BeginTotp(secrets.Protect(account.Id, secret), clock.GetUtcNow());
                return account.Version;
            },
            cancellationToken);
        var text = Base32.Encode(secret);
        // The Key URI format of authenticator apps: the issuer twice, because old ones read only the label.
        var uri = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(verified.Email.Value)}"
            + $"?secret={text}&issuer={Issuer}&algorithm=SHA1&digits={Totp.Digits}&period={Totp.PeriodSeconds}";
        return new TotpEnrolmentResponse(context.RequiredUserId, text, uri, qrCodes.DataUri(uri), version);
    }
}
