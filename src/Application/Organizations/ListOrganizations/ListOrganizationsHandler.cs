using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Organizations;
using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class ListOrganizationsHandler(IReadRepository<Organization> organizations) : IRequestHandler<ListOrganizations, Page<OrganizationResponse>>
{
    public Task<Page<OrganizationResponse>> Handle(ListOrganizations query, CancellationToken cancellationToken) =>
        organizations.PageAsync(new ListOrganizationsSpec(query), cancellationToken);
}
