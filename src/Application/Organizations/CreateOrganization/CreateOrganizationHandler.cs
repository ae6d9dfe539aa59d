using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using Mapster;
using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class CreateOrganizationHandler(
    IRepository<Organization> organizations, IUnitOfWork unitOfWork, IAuditTrail audit, ICallerContext context, TimeProvider clock) : IRequestHandler<CreateOrganization, OrganizationResponse>
{
    public Task<OrganizationResponse> Handle(CreateOrganization command, CancellationToken cancellationToken)
    {
        var organization = Organization.Create(command.Name!, clock.GetUtcNow(), command.Plan);
        // As itself, which is what row-level security and the audit log go by.
        return context.RunAsAsync(new SystemCaller(organization.Id), () => unitOfWork.ExecuteAsync(
            async token =>
            {
                audit.Record(await organizations.AddAsync(organization, token));
                return organization.Adapt<OrganizationResponse>();
            },
            cancellationToken));
    }
}
