using CleanApi.Application.Common.Services;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The rule about removing a second factor. The account has to be locked: of two concurrent removals, the second one sees the first.</summary>
[Service]
internal sealed class LastSecondFactorRule(ISecondFactors factors, IRecoveryCodes codes, IOrganizationService organizations)
{
    /// <summary>With the last factor go the recovery codes, which stand in for one.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="userId">The account's user.</param>
    /// <param name="removed">What is no longer there after this, as <see cref="SecondFactorMethods"/> names it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictError">It is the last one, and the organization requires one.</exception>
    public async Task ApplyAsync(AccountId accountId, UserId userId, string removed, CancellationToken cancellationToken)
    {
        var others = (await factors.GetMethodsAsync(userId, cancellationToken)).Except([removed, SecondFactorMethods.RecoveryCode], StringComparer.Ordinal);
        if (others.Any())
        {
            return;
        }

        if ((await organizations.GetAsync(cancellationToken)).RequireSecondFactor)
        {
            throw AccessErrors.LastSecondFactor();
        }

        await codes.RemoveAsync(accountId, cancellationToken);
    }
}
