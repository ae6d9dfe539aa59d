using CleanApi.Domain.Errors;

namespace CleanApi.Application.Organizations;

/// <summary>The caller's organization, for other modules. Joins the caller's transaction.</summary>
public interface IOrganizationService
{
    /// <summary>Returns the caller's organization.</summary>
    /// <exception cref="NotFoundError">It was deleted.</exception>
    Task<OrganizationResponse> GetAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Returns the security policy of the caller's organization, which does not change until the transaction ends. For whatever a narrower policy would not
    /// find afterwards: a new session or key, and a factor that is being removed.
    /// </summary>
    /// <exception cref="NotFoundError">The organization was deleted.</exception>
    Task<SecurityPolicy> LockSecurityPolicyAsync(CancellationToken cancellationToken);

    /// <summary>Creates the caller's organization: its id is the caller's tenant.</summary>
    Task CreateAsync(string name, CancellationToken cancellationToken);
}
