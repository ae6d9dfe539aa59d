using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ReplaceRecoveryCodesHandler(
    IRepository<Account> accounts, ISecondFactors factors, IRecoveryCodes codes, IMailOutbox outbox, ICallerContext context, TimeProvider clock)
    : IRequestHandler<ReplaceRecoveryCodes, RecoveryCodesResponse>
{
    public async Task<RecoveryCodesResponse> Handle(ReplaceRecoveryCodes command, CancellationToken cancellationToken)
    {
        var (now, userId) = (clock.GetUtcNow(), context.Required.UserId);
        if ((await factors.OfAsync(userId, cancellationToken)).Count == 0)
        {
            throw AccessErrors.NoFactor();
        }

        var account = await accounts.SingleOrDefaultAsync(new AccountById(command.AccountId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        account.RenewRecoveryCodes(now);
        outbox.Add(new SecurityNoticeMail(account.Email, "New recovery codes were made for your account", now));
        return new RecoveryCodesResponse(userId, await codes.ReplaceAsync(account.Id, cancellationToken), account.Version);
    }
}
