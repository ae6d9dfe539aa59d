using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class UnlinkExternalIdentityHandler(
    IReadRepository<Account> accounts,
    IRepository<ExternalIdentity> identities,
    ISessionStore sessions,
    IdentityMails mails,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<UnlinkExternalIdentity, Unit>
{
    public async Task<Unit> Handle(UnlinkExternalIdentity command, CancellationToken cancellationToken)
    {
        var userId = context.RequiredUser.UserId;
        // The lock serializes concurrent removals, so that the last sign-in method is detected.
        await sessions.LockAllForUpdateAsync(userId, cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) ?? throw new AuthenticationError();
        var linked = await identities.ListAsync(new IdentitiesByAccountSpec(account.Id), cancellationToken);
        var identity = linked.Find(candidate => candidate.Id == command.Id) ?? throw NotFoundError.Of(command.Id);
        if (linked.Count == 1 && account.PasswordHash is null)
        {
            throw AccessErrors.LastSignInMethod();
        }

        identity.Unlink(clock.GetUtcNow());
        audit.Record(identity);
        mails.SendUnlinked(account.Email, identity.Provider);
        return Unit.Value;
    }
}
