using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using Mapster;
using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class UpdateOrganizationHandler(
    IRepository<Organization> organizations, IRecentAuthentication authentication, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<UpdateOrganization, OrganizationResponse>
{
    public async Task<OrganizationResponse> Handle(UpdateOrganization command, CancellationToken cancellationToken)
    {
        var organization = await organizations.LoadAsync(context.Required.OrganizationId, cancellationToken);
        var now = clock.GetUtcNow();
        if (command.RequireSecondFactor.Value is { } required && required != organization.RequireSecondFactor)
        {
            // Who may sign in how is decided by an administrator in person: neither a key's scope to rename the organization nor a stolen session opens its doors.
            await authentication.RequireAsync(cancellationToken);
        }

        organization.Rename(command.Name.Or(organization.Name)!, now);
        organization.ChangeSecondFactorRequirement(command.RequireSecondFactor.Value ?? organization.RequireSecondFactor, now);
        audit.Record(organization);
        return organization.Adapt<OrganizationResponse>();
    }
}
