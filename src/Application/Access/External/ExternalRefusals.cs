using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Auditing;

namespace CleanApi.Application.Access;

/// <summary>Records refused external sign-ins, which are no error responses: the browser is redirected.</summary>
[Service]
internal sealed class ExternalRefusals(
    IExternalIdentityStore identities, IReadRepository<Account> accounts, AttemptedAccounts attempted, IAuditTrail audit)
{
    /// <summary>Records one: at the session that began to link, else at the account of the identity or of the address, else at none.</summary>
    /// <param name="error">Why.</param>
    /// <param name="link">The session that began to link; null for a sign-in, and where the state was refused.</param>
    /// <param name="userInfo">Who the provider says that it is; null where it did not come to that.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RecordAsync(ExternalSignInException error, ExternalLink? link, ExternalUserInfo? userInfo, CancellationToken cancellationToken)
    {
        if (link is not null)
        {
            audit.Attempt = AuditTarget.Of(link.OrganizationId, link.SessionId);
        }
        else if (userInfo is not null)
        {
            await attempted.SetAsync(await FindAccountAsync(userInfo, cancellationToken), cancellationToken);
        }

        await audit.RecordRefusalAsync(new Refusal(
            link is null ? SessionCreator.Action : ExternalIdentityLinker.Action, AuditOutcome.Failed, error.Code.ToUpperInvariant(), audit.Attempt ?? AuditTarget.Unknown));
    }

    private async Task<AccountId?> FindAccountAsync(ExternalUserInfo userInfo, CancellationToken cancellationToken) =>
        (await identities.FindAsync(userInfo.Issuer, userInfo.Subject, cancellationToken))?.AccountId
        ?? (userInfo.VerifiedEmail is { } email ? (await accounts.FirstOrDefaultAsync(new AccountByEmailSpec(email), cancellationToken))?.Id : null);
}
