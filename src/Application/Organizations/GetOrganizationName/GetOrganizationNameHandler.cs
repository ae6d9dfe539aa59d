using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class GetOrganizationNameHandler(IReadRepository<Organization> organizations, ICallerContext context)
    : IRequestHandler<GetOrganizationName, string>
{
    public async Task<string> Handle(GetOrganizationName query, CancellationToken cancellationToken)
    {
        var id = context.Required.OrganizationId;
        var organization = await organizations.FindAsync<OrganizationId, OrganizationResponse>(id, cancellationToken) ?? throw OrganizationErrors.NotFound(id);
        return organization.Name;
    }
}
