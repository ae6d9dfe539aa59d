using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class UseRecoveryCodeHandler(IRepository<Account> accounts, IRecoveryCodes codes, IMailOutbox outbox, TimeProvider clock)
    : IRequestHandler<UseRecoveryCode, bool>
{
    public async Task<bool> Handle(UseRecoveryCode command, CancellationToken cancellationToken)
    {
        if (!await codes.UseAsync(command.AccountId, command.Code, cancellationToken)
            || await accounts.SingleOrDefaultAsync(new AccountById(command.AccountId), cancellationToken) is not { } account)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        account.UseRecoveryCode(now);
        outbox.Add(new SecurityNoticeMail(account.Email, "A recovery code was used for your account", now));
        return true;
    }
}
