using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RenewRecoveryCodesHandler(
    IRepository<Account> accounts,
    ISecondFactors factors,
    IRecoveryCodes codes,
    IMailOutbox mails,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<RenewRecoveryCodes, RecoveryCodesResponse>
{
    public async Task<RecoveryCodesResponse> Handle(RenewRecoveryCodes command, CancellationToken cancellationToken)
    {
        var (now, userId) = (clock.GetUtcNow(), context.RequiredUserId);
        if ((await factors.GetMethodsAsync(userId, cancellationToken)).Count == 0)
        {
            throw AccessErrors.NoSecondFactor();
        }

        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        account.RenewRecoveryCodes(now);
        audit.Record(account);
        mails.Add(new FactorChangedMail(account.Email, "New recovery codes were made for your account", now));
        return new RecoveryCodesResponse(userId, await codes.ReplaceAsync(account.Id, cancellationToken), account.Version);
    }
}
