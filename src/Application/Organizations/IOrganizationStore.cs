using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <summary>Locks the security policy of organizations, each with a single statement. The lock lasts until the transaction ends.</summary>
public interface IOrganizationStore
{
    /// <summary>Locks the policy against changes, beside others who do, and returns it as it is then; null when the organization was deleted.</summary>
    Task<SecurityPolicy?> LockPolicyForShareAsync(OrganizationId id, CancellationToken cancellationToken);

    /// <summary>Locks the policy for a change: waits for whoever holds it, and keeps others waiting.</summary>
    Task LockPolicyForUpdateAsync(OrganizationId id, CancellationToken cancellationToken);
}
