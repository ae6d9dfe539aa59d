using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <summary>One page of all organizations.</summary>
internal sealed class ListOrganizationsSpec : PageSpecification<Organization, OrganizationResponse>
{
    public ListOrganizationsSpec(ListOrganizations query)
        : base(query)
    {
        SpanOrganizations();
        Match(organization => organization.DeletedAt == null);
    }
}
