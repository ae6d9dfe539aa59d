using CleanApi.Application.Organizations;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Organizations;

/// <inheritdoc cref="IOrganizationStore" />
internal sealed class OrganizationStore(CleanApiDbContext db) : IOrganizationStore
{
    /// <inheritdoc />
    public async Task<SecurityPolicy?> LockPolicyForShareAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        // After it has waited, PostgreSQL reads the row again: the value is that of the change it has waited for.
        var found = await db.Database.SqlQuery<bool>(
            $"""
            select require_second_factor as "Value" from organizations.organizations where id = {id.Value} and deleted_at is null for share
            """).ToListAsync(cancellationToken);
        return found is [var isRequired] ? new SecurityPolicy(isRequired) : null;
    }

    /// <inheritdoc />
    public Task LockPolicyForUpdateAsync(OrganizationId id, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select 1 from organizations.organizations where id = {id.Value} for no key update", cancellationToken);
}
