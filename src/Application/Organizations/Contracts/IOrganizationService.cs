using CleanApi.Domain.Errors;

namespace CleanApi.Application.Organizations;

/// <summary>What other modules ask of the caller's organization. Joins the caller's transaction.</summary>
public interface IOrganizationService
{
    /// <summary>The caller's organization.</summary>
    /// <exception cref="NotFoundError">It does not exist any more.</exception>
    Task<OrganizationResponse> GetAsync(CancellationToken cancellationToken);

    /// <summary>Creates the caller's organization: its id is the caller's tenant.</summary>
    Task CreateAsync(string name, CancellationToken cancellationToken);
}
