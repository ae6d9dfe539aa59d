using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class GetOrganizationOfPlatformHandler(IOrganizationService organizations, ICallerContext context)
    : IRequestHandler<GetOrganizationOfPlatform, OrganizationResponse>
{
    public Task<OrganizationResponse> Handle(GetOrganizationOfPlatform query, CancellationToken cancellationToken) =>
        context.RunAsAsync(new SystemCaller(query.Id), () => organizations.GetAsync(cancellationToken));
}
