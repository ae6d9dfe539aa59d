using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using Mapster;
using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class UpdateOrganizationHandler(IRepository<Organization> organizations, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<UpdateOrganization, OrganizationResponse>
{
    public async Task<OrganizationResponse> Handle(UpdateOrganization command, CancellationToken cancellationToken)
    {
        var organization = await organizations.LoadAsync(context.Required.OrganizationId, cancellationToken);
        var now = clock.GetUtcNow();
        if (command.RequireSecondFactor.Value is { } required && required != organization.RequireSecondFactor)
        {
            RequirePerson();
        }

        organization.Rename(command.Name.Or(organization.Name)!, now);
        organization.ChangeSecondFactorRequirement(command.RequireSecondFactor.Value ?? organization.RequireSecondFactor, now);
        audit.Record(organization);
        return organization.Adapt<OrganizationResponse>();
    }

    // Who may sign in how is decided by an administrator in person: a key's scope to rename the organization must not open its doors.
    private void RequirePerson() => _ = context.RequiredUser;
}
