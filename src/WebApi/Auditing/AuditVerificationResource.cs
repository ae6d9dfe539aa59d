using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Auditing;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Auditing;

/// <summary>What a check of the audit log has found.</summary>
/// <param name="Type">Always <c>audit_verification</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record AuditVerificationResource(string Type, AuditVerificationAttributes Attributes)
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "audit_verification";

    /// <summary>What clients see of a check.</summary>
    internal static AuditVerificationResource Of(AuditVerificationResponse found) => new(
        TypeName,
        new AuditVerificationAttributes(
            found.FirstBroken is null,
            found.IsComplete,
            found.Checked,
            found.Unsealed,
            found.FirstPosition,
            found.Position,
            found.Digest,
            found.FirstBroken is { } broken ? new AuditBreakAttributes(broken.Fault, broken.Position, broken.EntryId) : null));
}

/// <summary>Attributes of a check.</summary>
/// <param name="Whole">Whether every entry that was compared is what was sealed.</param>
/// <param name="Complete">Whether the check came to the end of the log, or to an entry that does not fit. If not, there is more than one request may take: go on with `position` and `digest`.</param>
/// <param name="Checked">How many entries were compared with their seals, up to the first that does not fit.</param>
/// <param name="Unsealed">How many entries have no seal yet, 10,000 at most: entries are sealed some seconds after they are written. Null where the check did not come to the end.</param>
/// <param name="FirstPosition">The place at which the chain begins. Entries before it were kept for their time, and are gone.</param>
/// <param name="Position">The place in the chain of the last entry that was compared; 0 where there is none.</param>
/// <param name="Digest">The digest at that place. Keep both elsewhere, and send them some day: a chain that was written anew has another digest there.</param>
/// <param name="FirstBroken">The first entry that does not fit; null where all that was compared is whole.</param>
public sealed record AuditVerificationAttributes(
    [property: Example(true)] bool Whole,
    [property: Example(true)] bool Complete,
    [property: AtLeast(0), Example(1234)] long Checked,
    [property: AtLeast(0), Example(2)] long? Unsealed,
    [property: AtLeast(1), Example(1)] long FirstPosition,
    [property: AtLeast(0), Example(1234)] long Position,
    [property: MaxLength(64), Example("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")] string? Digest,
    AuditBreakAttributes? FirstBroken);

/// <summary>An entry that does not fit into the chain.</summary>
/// <param name="Fault">`CHANGED`: its content is not what was sealed. `MISSING`: it was sealed, and is not there any more. `MOVED`: the seals do not follow each other. `INSERTED`: it has no seal, though later ones have.</param>
/// <param name="Position">Its place in the chain; null where it has none.</param>
/// <param name="AuditLogId">Its id; null where it is not known any more.</param>
public sealed record AuditBreakAttributes(AuditFault Fault, [property: AtLeast(1), Example(17)] long? Position, AuditLogId? AuditLogId);
