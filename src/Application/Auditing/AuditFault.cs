namespace CleanApi.Application.Auditing;

/// <summary>How an entry of the audit log does not fit into its chain.</summary>
public enum AuditFault
{
    /// <summary>Its content is not what was sealed.</summary>
    Changed,

    /// <summary>It was sealed, and is not in the organization's log any more.</summary>
    Missing,

    /// <summary>The seals do not follow each other: their order was changed, or their hashes.</summary>
    Moved,

    /// <summary>It has no seal, though later ones have: the program did not write it.</summary>
    Inserted,
}
