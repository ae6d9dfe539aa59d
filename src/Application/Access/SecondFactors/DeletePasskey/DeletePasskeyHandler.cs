using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class DeletePasskeyHandler(
    IRepository<Account> accounts,
    IRepository<Passkey> passkeys,
    ISessionStore sessions,
    LastSecondFactorRule lastFactor,
    IMailOutbox mails,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<DeletePasskey, Unit>
{
    public async Task<Unit> Handle(DeletePasskey command, CancellationToken cancellationToken)
    {
        var (userId, now) = (context.RequiredUserId, clock.GetUtcNow());
        // The lock makes a concurrent sign-in wait, so that it sees the factors from before or after the removal.
        await sessions.LockAllForUpdateAsync(userId, cancellationToken);
        var passkey = await passkeys.SingleOrDefaultAsync(new TrackedPasskeyByIdSpec(command.Id, userId), cancellationToken)
            ?? throw PasskeyErrors.NotFound(command.Id);
        passkey.Remove(now);
        audit.Record(passkey);
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) ?? throw PasskeyErrors.NotFound(command.Id);
        if (await passkeys.CountAsync(new PasskeysByAccountSpec(account.Id), cancellationToken) == 1)
        {
            await lastFactor.ApplyAsync(account.Id, userId, SecondFactorMethods.Passkey, cancellationToken);
        }

        mails.Add(new PasskeyRemovedMail(account.Email, passkey.Name, now));
        return Unit.Value;
    }
}
