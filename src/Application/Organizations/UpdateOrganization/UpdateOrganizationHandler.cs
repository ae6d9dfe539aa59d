using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using Mapster;
using MediatR;

namespace CleanApi.Application.Organizations;

internal sealed class UpdateOrganizationHandler(
    IRepository<Organization> organizations,
    IOrganizationStore store,
    IRecentAuthentication authentication,
    ISecurityPolicyEnforcement enforcement,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<UpdateOrganization, OrganizationResponse>
{
    public async Task<OrganizationResponse> Handle(UpdateOrganization command, CancellationToken cancellationToken)
    {
        var organization = await organizations.LoadAsync(context.Required.OrganizationId, cancellationToken);
        var now = clock.GetUtcNow();
        if (command.RequireSecondFactor.Value is { } required && required != organization.RequireSecondFactor)
        {
            await ChangePolicyAsync(organization, required, now, cancellationToken);
        }

        organization.Rename(command.Name.Or(organization.Name)!, now);
        audit.Record(organization);
        return organization.Adapt<OrganizationResponse>();
    }

    // Who may sign in how is decided by an administrator in person: neither a key's scope to rename the organization nor a stolen session opens its doors. Who
    // requires a second factor of others has one themselves, and so is not the first whom it locks out.
    private async Task ChangePolicyAsync(Organization organization, bool requireSecondFactor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await authentication.RequireAsync(cancellationToken);
        await authentication.RequireSecondFactorAsync(cancellationToken);
        await store.LockPolicyForUpdateAsync(organization.Id, cancellationToken);
        organization.ChangeSecondFactorRequirement(requireSecondFactor, now);
        await enforcement.ApplyAsync(cancellationToken);
    }
}
