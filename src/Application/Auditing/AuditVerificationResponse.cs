using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Auditing;

/// <summary>What a check of an audit log has found.</summary>
/// <param name="OrganizationId">Whose log it is.</param>
/// <param name="Checked">How many entries were compared with their seals.</param>
/// <param name="Unsealed">How many entries have no seal yet, because they are new.</param>
/// <param name="Position">The place in the chain of the last entry that was compared; 0 where there is none.</param>
/// <param name="Hash">The hash at that place, 64 hexadecimal digits; null where there is none.</param>
/// <param name="FirstBroken">The first entry that does not fit; null where the log is whole.</param>
public sealed record AuditVerificationResponse(OrganizationId OrganizationId, long Checked, long Unsealed, long Position, string? Hash, AuditBreak? FirstBroken);
