using CleanApi.Domain.Common;

namespace CleanApi.Domain.Events;

/// <summary>That a handler has an event to handle. Written by the database with the event that names the handler, deleted when it was handled; it stays when it was given up.</summary>
[IdPrefix("odl")]
[Global("Ids only, which the relay reads for all organizations; what happened is in the event.")]
public sealed class OutboxDelivery
{
    /// <summary>The identifier: the same each time that the delivery is tried again.</summary>
    public OutboxDeliveryId Id { get; init; }

    /// <summary>The event.</summary>
    public OutboxEventId EventId { get; init; }

    /// <summary>The stable name of the handler: <c>invitations.send-mail</c>.</summary>
    public required string Handler { get; init; }

    /// <summary>The event's stream.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>The event's version.</summary>
    public long Version { get; init; }

    /// <summary>The event's ordinal.</summary>
    public short Ordinal { get; init; }

    /// <summary>When it is to be handled, UTC; while somebody is at it, when somebody else may take it over.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Whose turn it is; null before the first.</summary>
    public Guid? LeaseToken { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was given up, UTC; null while it is alive.</summary>
    public DateTimeOffset? DeadAt { get; init; }
}
