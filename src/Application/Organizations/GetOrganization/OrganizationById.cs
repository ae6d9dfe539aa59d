using Ardalis.Specification;
using CleanApi.Application.Common.Mapping;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <summary>One organization, as a response.</summary>
internal sealed class OrganizationById : SingleResultSpecification<Organization, OrganizationResponse>
{
    public OrganizationById(OrganizationId id)
    {
        Query.AsNoTracking().Where(organization => organization.Id == id);
        Query.Select(Projection<Organization, OrganizationResponse>.Expression);
    }
}
