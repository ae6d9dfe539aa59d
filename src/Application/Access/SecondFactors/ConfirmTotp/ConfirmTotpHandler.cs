using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ConfirmTotpHandler(
    IRepository<Account> accounts,
    TotpSecrets secrets,
    IRecoveryCodes codes,
    IUserSessions sessions,
    IMailOutbox mails,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<ConfirmTotp, RecoveryCodesResponse>
{
    public async Task<RecoveryCodesResponse> Handle(ConfirmTotp command, CancellationToken cancellationToken)
    {
        var (now, caller) = (clock.GetUtcNow(), context.RequiredUser);
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(caller.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        // Not throttled: the caller began the enrollment and so has the secret.
        var timeStep = secrets.Match(account.Id, account.TotpSecretToConfirm(now), command.Code!, now)
            ?? throw ValidationError.Of("code", FieldCodes.InvalidValue, "Wrong code");
        account.ConfirmTotp(timeStep, now);
        audit.Record(account);
        mails.Add(new SecurityNoticeMail(account.Email, "An authenticator app was set up for your account", now));
        if (caller.MfaEnrollmentRequired)
        {
            // The access token carries the restriction; a refresh issues one without it.
            await sessions.InvalidateAccessTokensAsync(caller.UserId, cancellationToken);
        }

        return new RecoveryCodesResponse(caller.UserId, await codes.ReplaceAsync(account.Id, cancellationToken), account.Version);
    }
}
