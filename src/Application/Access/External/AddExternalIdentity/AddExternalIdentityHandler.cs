using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class AddExternalIdentityHandler(
    IReadRepository<Account> accounts,
    IRepository<ExternalIdentity> linked,
    IExternalIdentityStore identities,
    ISessionStore sessions,
    IdentityMails mails,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<AddExternalIdentity, Unit>
{
    public async Task<Unit> Handle(AddExternalIdentity command, CancellationToken cancellationToken)
    {
        var (provider, person) = command;
        var caller = context.Required;
        // The account is held, so that it cannot close in between, and one person cannot link the same identity twice at once.
        await sessions.HoldAllAsync(caller.UserId, cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountOfUser(caller.UserId), cancellationToken) ?? throw new AuthenticationError();
        if (await identities.FindAsync(person.Issuer, person.Subject, cancellationToken) is { } known)
        {
            return known.AccountId == account.Id
                ? Unit.Value
                : throw new ExternalSignInRefusedException(ExternalSignInRefusal.IdentityInUse, "the identity is linked to another account");
        }

        var identity = ExternalIdentity.Link(account.Id, provider, person.Issuer, person.Subject, person.VerifiedEmail, clock.GetUtcNow());
        await linked.AddAsync(identity, cancellationToken);
        await mails.TellLinkedAsync(account, provider, cancellationToken);
        return Unit.Value;
    }
}
