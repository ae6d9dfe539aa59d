using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RemoveTotpHandler(
    IRepository<Account> accounts,
    ISessionStore sessions,
    ISecondFactors factors,
    IRecoveryCodes codes,
    IMailOutbox outbox,
    ICallerContext context,
    ISender sender,
    TimeProvider clock) : IRequestHandler<RemoveTotp, Unit>
{
    public async Task<Unit> Handle(RemoveTotp command, CancellationToken cancellationToken)
    {
        var (now, userId) = (clock.GetUtcNow(), context.Required.UserId);

        // First the account is held: of two last factors that are taken away at the same time, one is still there for the other.
        await sessions.HoldAllAsync(userId, cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountById(command.AccountId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        account.DisableTotp(now);
        var others = (await factors.OfAsync(userId, cancellationToken)).Except([SecondFactorMethods.Totp, SecondFactorMethods.RecoveryCode], StringComparer.Ordinal);
        if (!others.Any())
        {
            if ((await sender.Send(new GetOrganization(), cancellationToken)).RequireSecondFactor)
            {
                throw AccessErrors.LastFactor();
            }

            await codes.RemoveAsync(account.Id, cancellationToken);
        }

        outbox.Add(new SecurityNoticeMail(account.Email, "The authenticator app was removed from your account", now));
        return Unit.Value;
    }
}
