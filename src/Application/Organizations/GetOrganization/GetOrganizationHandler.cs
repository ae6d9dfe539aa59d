using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class GetOrganizationHandler(IOrganizationService organizations) : IRequestHandler<GetOrganization, OrganizationResponse>
{
    public Task<OrganizationResponse> Handle(GetOrganization query, CancellationToken cancellationToken) => organizations.GetAsync(cancellationToken);
}
