using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Finds where a refusal belongs whose credential names an account.</summary>
[Service]
internal sealed class AttemptedAccounts(IReadRepository<Membership> memberships, IAuditTrail audit)
{
    /// <summary>The request is about the account, in the organization that it would sign in to; about nobody where the account is null or has ended.</summary>
    public async Task SetAsync(AccountId? accountId, CancellationToken cancellationToken)
    {
        var first = accountId is { } id ? await memberships.FirstOrDefaultAsync(new AccountMembershipByAccountSpec(id), cancellationToken) : null;
        audit.Attempt = first is null ? null : AuditTarget.Of(first.OrganizationId, first.UserId);
    }
}
