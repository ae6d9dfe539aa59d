using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class GetOrganizationHandler(IReadRepository<Organization> organizations, ICallerContext context)
    : IRequestHandler<GetOrganization, OrganizationResponse>
{
    public async Task<OrganizationResponse> Handle(GetOrganization query, CancellationToken cancellationToken)
    {
        var id = context.Required.OrganizationId;
        return await organizations.FindAsync<OrganizationId, OrganizationResponse>(id, cancellationToken) ?? throw OrganizationErrors.NotFound(id);
    }
}
