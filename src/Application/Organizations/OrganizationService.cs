using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <inheritdoc cref="IOrganizationService" />
[Service]
internal sealed class OrganizationService(
    IReadRepository<Organization> reader,
    IRepository<Organization> organizations,
    IOrganizationStore store,
    ICallerContext context,
    TimeProvider clock) : IOrganizationService
{
    /// <inheritdoc />
    public async Task<OrganizationResponse> GetAsync(CancellationToken cancellationToken)
    {
        var id = context.Required.OrganizationId;
        return await reader.FindAsync<OrganizationId, OrganizationResponse>(id, cancellationToken) ?? throw NotFoundError.Of(id);
    }

    /// <inheritdoc />
    public async Task<SecurityPolicy> LockSecurityPolicyAsync(CancellationToken cancellationToken)
    {
        var id = context.Required.OrganizationId;
        return await store.LockPolicyForShareAsync(id, cancellationToken) ?? throw NotFoundError.Of(id);
    }

    /// <inheritdoc />
    public Task CreateAsync(string name, CancellationToken cancellationToken) =>
        organizations.AddAsync(Organization.Create(context.Required.OrganizationId, name, clock.GetUtcNow()), cancellationToken);
}
