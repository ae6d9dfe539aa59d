namespace CleanApi.Application.Common.Auditing;

/// <summary>Writes the audit log.</summary>
public interface IAuditTrail
{
    /// <summary>Adds an entry about the aggregates that have changed since the transaction began; it is saved with them, or not at all.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="module">The module whose aggregate is the target.</param>
    void Record(string action, string module);

    /// <summary>Writes that an attempt was refused, on a connection of its own: the refused transaction leaves nothing.</summary>
    Task RecordDeniedAsync(string action, string? targetId, CancellationToken cancellationToken);
}
