using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <summary>All organizations, a page at a time.</summary>
[PlatformOnly]
[SortedBy(nameof(OrganizationResponse.CreatedAt), nameof(OrganizationResponse.Name))]
public sealed record ListOrganizations : DatedQuery<OrganizationResponse>
{
    /// <summary>Only organizations of this plan.</summary>
    public OrganizationPlan? Plan { get; init; }
}
