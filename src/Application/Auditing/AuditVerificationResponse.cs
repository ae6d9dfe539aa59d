using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Auditing;

/// <summary>What a check of an audit log has found.</summary>
/// <param name="OrganizationId">Whose log it is.</param>
/// <param name="Checked">How many entries were compared with their seals.</param>
/// <param name="IsComplete">Whether the check has come to the end, or to an entry that does not fit; else there is more behind <paramref name="Position"/>.</param>
/// <param name="Unsealed">How many entries have no seal yet, because they are new, 10,000 at most; null where the check has not come to the end.</param>
/// <param name="FirstPosition">The place at which the chain begins: what was before is not kept any more.</param>
/// <param name="Position">The place in the chain of the last entry that was compared; 0 where there is none.</param>
/// <param name="Digest">The digest at that place, 64 hexadecimal digits; null where there is none.</param>
/// <param name="FirstBroken">The first entry that does not fit; null where all that was compared is whole.</param>
public sealed record AuditVerificationResponse(
    OrganizationId OrganizationId, long Checked, bool IsComplete, long? Unsealed, long FirstPosition, long Position, string? Digest, AuditBreak? FirstBroken);
