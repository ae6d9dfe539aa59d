using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RemoveTotpHandler(
    IRepository<Account> accounts,
    ISessionStore sessions,
    LastFactorRule lastFactor,
    IMailOutbox outbox,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<RemoveTotp, Unit>
{
    public async Task<Unit> Handle(RemoveTotp command, CancellationToken cancellationToken)
    {
        var (now, userId) = (clock.GetUtcNow(), context.Required.UserId);

        await sessions.HoldAllAsync(userId, cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountById(command.AccountId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        account.DisableTotp(now);
        await lastFactor.ApplyAsync(account.Id, userId, SecondFactorMethods.Totp, cancellationToken);
        outbox.Add(new SecurityNoticeMail(account.Email, "The authenticator app was removed from your account", now));
        return Unit.Value;
    }
}
