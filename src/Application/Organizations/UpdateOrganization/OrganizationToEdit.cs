using Ardalis.Specification;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <summary>One organization, whole and tracked.</summary>
internal sealed class OrganizationToEdit : SingleResultSpecification<Organization>
{
    public OrganizationToEdit(OrganizationId id) => Query.Where(organization => organization.Id == id);
}
