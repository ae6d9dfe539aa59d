using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Auditing;

/// <summary>The chain of hashes over each organization's audit log.</summary>
public interface IAuditChain
{
    /// <summary>Compares every entry of an organization with its seal, up to the first that does not fit.</summary>
    Task<AuditVerificationResponse> VerifyAsync(OrganizationId organizationId, CancellationToken cancellationToken);
}
