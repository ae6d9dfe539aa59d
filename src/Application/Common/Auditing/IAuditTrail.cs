using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Auditing;

/// <summary>
/// Writes the audit log. The unit of work adds the entries to what it saves, whoever opened it: an entry and what it tells of are stored together or not at
/// all. An aggregate that has not changed leaves no entry.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Begins a command: the action of its entry (<see cref="AuditedAttribute"/>); null for a command without one.</summary>
    void Begin(string? action);

    /// <summary>Names the target of the command; its entry tells what has changed of the aggregate.</summary>
    /// <exception cref="InvalidOperationException">The command has no action.</exception>
    void Record(IAggregateRoot target);

    /// <summary>Adds an entry under an action of its own: for what a command does besides, or instead.</summary>
    /// <param name="action">Lower-case words with a dot: <c>session.ended</c>.</param>
    /// <param name="target">The aggregate that has changed.</param>
    void Record(string action, IAggregateRoot target);

    /// <summary>Adds an entry about an attempt of an unknown actor that failed.</summary>
    /// <param name="action">What was tried.</param>
    /// <param name="targetType">The kind of thing that it was tried on.</param>
    /// <param name="targetId">Its id; null where there is none.</param>
    void RecordFailure(string action, string targetType, string? targetId);

    /// <summary>Stores that the caller was denied, on a connection of its own: the denied transaction leaves nothing.</summary>
    Task RecordDeniedAsync(string action, string? targetId, CancellationToken cancellationToken);
}
