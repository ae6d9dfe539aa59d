using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Auditing;

/// <summary>
/// Writes the audit log. The unit of work saves the entries in the transaction of the audited changes. A command that leaves its aggregate
/// unchanged has no entry, unless it says that it has used it; a denied attempt always has one.
/// </summary>
public interface IAuditTrail
{
    /// <summary>
    /// Whom or what the present request is about, as far as it is known: a refusal is recorded there. Set it as soon as a credential names somebody, before it is
    /// verified. Null at the beginning of each request.
    /// </summary>
    AuditTarget? Attempt { get; set; }

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

    /// <summary>Adds an entry that says of what the change was a part, beside what the aggregate shows of it.</summary>
    /// <param name="action">Lower-case words with a dot.</param>
    /// <param name="target">The aggregate that has changed.</param>
    /// <param name="change">In place of a change of the field of the same name.</param>
    void Record(string action, IAggregateRoot target, AuditChange change);

    /// <summary>Sets the target of the command's entry, as <see cref="Record(IAggregateRoot)"/> does, where the command leaves it as it is: there is an entry all the same.</summary>
    void RecordUse(IAggregateRoot target);

    /// <summary>Adds an entry about something that is no aggregate, without changes.</summary>
    /// <param name="about">What.</param>
    /// <param name="action">The action; null: the command's.</param>
    /// <exception cref="InvalidOperationException">No action is given, and the command has none.</exception>
    void RecordUse(AuditTarget about, string? action = null);

    /// <summary>Adds an entry about a failed attempt, with what it has changed of an aggregate, if anything. It has no actor: whoever it was may be anybody.</summary>
    /// <param name="action">The action.</param>
    /// <param name="reason">One of <see cref="Domain.Errors.RefusalReasons"/>.</param>
    /// <param name="target">The aggregate.</param>
    void RecordFailure(string action, string reason, IAggregateRoot target);

    /// <summary>
    /// Stores a refused attempt on its own connection, because what was refused is rolled back. A denied one has the caller as its actor where it is in the
    /// caller's organization; a failed one has none.
    /// </summary>
    /// <returns>Whether it was stored; false where one like it was a short time ago.</returns>
    /// <exception cref="Domain.Errors.AuthenticationError">The caller who is denied has no valid credential any more.</exception>
    Task<bool> RecordRefusalAsync(Refusal refusal);
}
