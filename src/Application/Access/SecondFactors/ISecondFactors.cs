using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The second factors of accounts.</summary>
public interface ISecondFactors
{
    /// <summary>
    /// Returns the methods with which the user can answer an MFA challenge (<see cref="SecondFactorMethods"/>); empty without a second factor.
    /// </summary>
    Task<IReadOnlyList<string>> GetMethodsAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>
    /// Invalidates, on all instances, the access tokens of the organization's sessions that have proved no second factor, and the access tokens and cached API keys
    /// of people who have none. Those of others are the same under every policy.
    /// </summary>
    Task InvalidateLackingAsync(OrganizationId organizationId, CancellationToken cancellationToken);
}
