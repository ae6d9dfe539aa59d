using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class DisableTotpHandler(
    IRepository<Account> accounts,
    ISessionStore sessions,
    LastSecondFactorRule lastFactor,
    IMailOutbox mails,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<DisableTotp, Unit>
{
    public async Task<Unit> Handle(DisableTotp command, CancellationToken cancellationToken)
    {
        var (now, userId) = (clock.GetUtcNow(), context.RequiredUserId);
        await sessions.LockAllForUpdateAsync(userId, cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        account.DisableTotp(now);
        audit.Record(account);
        await lastFactor.ApplyAsync(account.Id, userId, SecondFactorMethods.Totp, cancellationToken);
        mails.Add(new FactorChangedMail(account.Email, "The authenticator app was removed from your account", now));
        return Unit.Value;
    }
}
