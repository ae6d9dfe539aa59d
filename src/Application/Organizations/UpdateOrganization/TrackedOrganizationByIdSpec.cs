using Ardalis.Specification;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <summary>One organization, whole and tracked.</summary>
internal sealed class TrackedOrganizationByIdSpec : SingleResultSpecification<Organization>
{
    public TrackedOrganizationByIdSpec(OrganizationId id) => Query.Where(organization => organization.Id == id);
}
