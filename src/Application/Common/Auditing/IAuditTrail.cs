using CleanApi.Domain.Common;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Auditing;

/// <summary>
/// Writes the audit log. The unit of work saves the entries in the transaction of the audited changes. A command that leaves its aggregate
/// unchanged has no entry; a denied attempt always has one.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Begins a command: the action of its entry (<see cref="AuditedAttribute"/>); null for a command without one.</summary>
    void Begin(string? action);

    /// <summary>
    /// Sets the target of the command's entry, which records the changes of the aggregate. The preconditions of the request hold for it (<see cref="Requests.Preconditions"/>).
    /// </summary>
    /// <exception cref="InvalidOperationException">The command has no action.</exception>
    void Record(IAggregateRoot target);

    /// <summary>Adds an entry with another action than the command's.</summary>
    /// <param name="action">Lower-case words with a dot: <c>session.ended</c>.</param>
    /// <param name="target">The aggregate that has changed.</param>
    void Record(string action, IAggregateRoot target);

    /// <summary>Adds an entry about a denied attempt to act as a user. It has no actor: whoever failed to prove who they are may be anybody.</summary>
    /// <param name="action">The action.</param>
    /// <param name="user">The target; null when there is no such user.</param>
    void RecordFailure(string action, UserId? user);

    /// <summary>Adds an entry about a denied attempt on an aggregate, with what has changed of it, if anything. It has no actor either.</summary>
    /// <param name="action">The action.</param>
    /// <param name="target">The aggregate.</param>
    void RecordFailure(string action, IAggregateRoot target);

    /// <summary>Stores that the caller was denied, on its own connection, because the denied transaction is rolled back.</summary>
    Task RecordDeniedAsync(string action, string? targetId, CancellationToken cancellationToken);
}
