using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Auditing;

/// <summary>The chain of hashes over each organization's audit log.</summary>
public interface IAuditChain
{
    /// <summary>Compares entries of an organization with their seals, up to the first that does not fit, for a part of the time that a request may take.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="after">Behind this place, which has to be what it was; null: from the beginning.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ValidationError">The place is before the beginning of the chain: what was there is not kept any more.</exception>
    Task<AuditVerificationResponse> VerifyForRequestAsync(OrganizationId organizationId, AuditPlace? after, CancellationToken cancellationToken);
}
