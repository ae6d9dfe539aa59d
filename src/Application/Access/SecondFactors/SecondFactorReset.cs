using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="ISecondFactorReset" />
[Service]
internal sealed class SecondFactorReset(
    IRepository<Account> accounts,
    IPasskeyStore passkeys,
    IRecoveryCodes codes,
    IUserSessions sessions,
    IOrganizationService organizations,
    IMailOutbox mails,
    TimeProvider clock) : ISecondFactorReset
{
    /// <inheritdoc />
    public async Task ResetAsync(UserId userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Held: a policy that is being narrowed finds a person without a factor, or waits for the reset.
        await organizations.LockSecurityPolicyAsync(cancellationToken);
        // Locks the account: whoever joins it to another organization, or adds a factor to it, waits or is seen.
        await sessions.RevokeAllAsync(userId, cancellationToken);
        if (await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) is not { } account)
        {
            return;
        }

        account.ResetFactors(now);
        await passkeys.RemoveAllAsync(account.Id, since: default, now, cancellationToken);
        await codes.RemoveAsync(account.Id, cancellationToken);
        mails.Add(new FactorChangedMail(account.Email, "An administrator removed all second factors of your account", now));
    }
}
