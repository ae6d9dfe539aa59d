using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RemovePasskeyHandler(
    IRepository<Account> accounts,
    IRepository<Passkey> passkeys,
    LastFactorRule lastFactor,
    IMailOutbox mails,
    ISessionStore sessions,
    ICallerContext context,
    TimeProvider clock)
    : IRequestHandler<RemovePasskey, Unit>
{
    public async Task<Unit> Handle(RemovePasskey command, CancellationToken cancellationToken)
    {
        var (userId, now) = (context.Required.UserId, clock.GetUtcNow());

        // Holds the account: a sign-in sees the factors from before or from after, and waits meanwhile.
        await sessions.HoldAllAsync(userId, cancellationToken);
        var passkey = await passkeys.SingleOrDefaultAsync(new PasskeyOfUser(command.Id, userId), cancellationToken) ?? throw PasskeyErrors.NotFound(command.Id);
        command.Expected.Require(passkey);
        passkey.Remove(now);
        var account = await accounts.SingleOrDefaultAsync(new AccountOfUser(userId), cancellationToken) ?? throw PasskeyErrors.NotFound(command.Id);
        if (await passkeys.CountAsync(new PasskeysOfAccount(account.Id), cancellationToken) == 1)
        {
            await lastFactor.ApplyAsync(account.Id, userId, SecondFactorMethods.Passkey, cancellationToken);
        }

        mails.Add(new PasskeyRemovedMail(account.Email, passkey.Name, now));
        return Unit.Value;
    }
}
