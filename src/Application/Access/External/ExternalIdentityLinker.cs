using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Links an external identity, just authenticated, to the acting user's account. Joins the caller's unit of work.</summary>
[Service]
internal sealed class ExternalIdentityLinker(
    IReadRepository<Account> accounts,
    IRepository<ExternalIdentity> linked,
    IExternalIdentityStore identities,
    ISessionStore sessions,
    IdentityMails mails,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock)
{
    private const string Action = "identity.linked";

    /// <summary>Links the identity; nothing happens when it is linked to the account already.</summary>
    /// <exception cref="AuthenticationError">The account was deleted.</exception>
    /// <exception cref="ExternalSignInException">The identity is linked to another account.</exception>
    public async Task<bool> LinkAsync(string provider, ExternalUserInfo userInfo, CancellationToken cancellationToken)
    {
        var userId = context.RequiredUserId;
        // The lock prevents a concurrent deletion of the account and a concurrent second link of the identity.
        await sessions.LockAllForUpdateAsync(userId, cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) ?? throw new AuthenticationError();
        if (await identities.FindAsync(userInfo.Issuer, userInfo.Subject, cancellationToken) is { } known)
        {
            return known.AccountId == account.Id
                ? false
                : throw new ExternalSignInException(ExternalSignInErrorCode.IdentityInUse, "the identity is linked to another account");
        }

        await AddAsync(account.Id, provider, userInfo, cancellationToken);
        mails.SendLinked(account.Email, provider);
        return true;
    }

    /// <summary>Adds the identity of a new account.</summary>
    public async Task<ExternalIdentity> AddAsync(AccountId accountId, string provider, ExternalUserInfo userInfo, CancellationToken cancellationToken)
    {
        var identity = ExternalIdentity.Link(accountId, provider, userInfo.Issuer, userInfo.Subject, userInfo.VerifiedEmail, clock.GetUtcNow());
        await linked.AddAsync(identity, cancellationToken);
        audit.Record(Action, identity);
        return identity;
    }
}
