using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The rule about removing the last second factor. The account must be locked, so that concurrent removals are serialized.</summary>
[Service]
internal sealed class LastSecondFactorRule(
    IReadRepository<Membership> memberships, ISecondFactors factors, IRecoveryCodes codes, IOrganizationService organizations, ICallerContext context)
{
    /// <summary>Deletes the recovery codes when the last second factor is removed.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="userId">The account's user.</param>
    /// <param name="removed">The method that is being removed (<see cref="SecondFactorMethods"/>).</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictError">It is the last one, and an organization that the account is in requires one.</exception>
    public async Task ApplyAsync(AccountId accountId, UserId userId, string removed, CancellationToken cancellationToken)
    {
        var others = (await factors.GetMethodsAsync(userId, cancellationToken)).Except([removed, SecondFactorMethods.RecoveryCode], StringComparer.Ordinal);
        if (others.Any())
        {
            return;
        }

        foreach (var one in await memberships.ListAsync(new AccountMembershipByAccountSpec(accountId), cancellationToken))
        {
            // The policy of each is visible only to somebody of that organization, and held: one that is being narrowed waits for the removal, or is seen.
            var policy = await context.RunAsAsync(
                new SystemCaller(one.OrganizationId, one.UserId), () => organizations.LockSecurityPolicyAsync(cancellationToken));
            if (policy.RequireSecondFactor)
            {
                throw AccessErrors.LastSecondFactor();
            }
        }

        await codes.RemoveAsync(accountId, cancellationToken);
    }
}
