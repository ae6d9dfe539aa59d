using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class FoundOrganizationHandler(IRepository<Organization> organizations, ICallerContext context, TimeProvider clock)
    : IRequestHandler<FoundOrganization, Unit>
{
    public async Task<Unit> Handle(FoundOrganization command, CancellationToken cancellationToken)
    {
        await organizations.AddAsync(Organization.Create(context.Required.OrganizationId, command.Name, clock.GetUtcNow()), cancellationToken);
        return Unit.Value;
    }
}
