namespace CleanApi.Application.Common.Auditing;

/// <summary>Writes the audit log.</summary>
public interface IAuditTrail
{
    /// <summary>Adds an entry about the aggregates that have changed since the transaction began; it is saved with them, or not at all.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="module">The module whose aggregate is the target.</param>
    void Record(string action, string module);

    /// <summary>Adds an entry about one thing of several that a command has changed; saved with them.</summary>
    void RecordDone(string action, string targetType, string targetId);

    /// <summary>Adds an entry about an attempt that was refused, of which nobody knows who made it; saved with the unit of work.</summary>
    /// <param name="action">What was tried.</param>
    /// <param name="targetType">The kind of thing that it was tried on.</param>
    /// <param name="targetId">The thing; null where there is none.</param>
    void RecordRefused(string action, string targetType, string? targetId);

    /// <summary>Writes that an attempt was refused, on a connection of its own: the refused transaction leaves nothing.</summary>
    Task RecordDeniedAsync(string action, string? targetId, CancellationToken cancellationToken);
}
