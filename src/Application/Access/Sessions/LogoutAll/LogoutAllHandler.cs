using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LogoutAllHandler(IReadRepository<Account> accounts, ISessionStore store, SessionRevoker revoker, ICallerContext context)
    : IRequestHandler<LogoutAll, Unit>
{
    public async Task<Unit> Handle(LogoutAll command, CancellationToken cancellationToken)
    {
        var userId = context.RequiredUserId;
        await store.LockAllForUpdateAsync(userId, cancellationToken);
        if (await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) is { } account)
        {
            await revoker.RevokeEverywhereAsync(account.Id, SessionEndReason.SignedOut, isRevoked: _ => true, cancellationToken);
        }

        return Unit.Value;
    }
}
