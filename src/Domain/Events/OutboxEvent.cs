using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Events;

/// <summary>
/// An event as it is stored: written in the transaction of the change, and immutable but for its position. Events of one subject are in the order of version and
/// ordinal, everywhere.
/// </summary>
[IdPrefix("evt")]
[Global("Some events belong to no organization. Row-level security shows an organization its own events, and nobody those of none.")]
public sealed class OutboxEvent
{
    /// <summary>The identifier.</summary>
    public OutboxEventId Id { get; init; }

    /// <summary>The stable name: <c>user.created.v1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The organization that it is of; null where it belongs to none.</summary>
    public OrganizationId? OrganizationId { get; init; }

    /// <summary>The kind of what it is about: <c>user</c>.</summary>
    public required string SubjectType { get; init; }

    /// <summary>The UUID of what it is about: the stream.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>The version that the aggregate has by it.</summary>
    public long Version { get; init; }

    /// <summary>Its place among the events of the save.</summary>
    public short Ordinal { get; init; }

    /// <summary>Its values as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>Who has caused it: <c>user</c>, <c>api_key</c> or <c>system</c>; null where nobody had signed in.</summary>
    public string? ActorType { get; init; }

    /// <summary>The UUID of the user or key; null for the system.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The request that has caused it; null where there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The span that has caused it (W3C Trace Context, traceparent); null where nothing was traced.</summary>
    public string? Traceparent { get; init; }

    /// <summary>The stable names of the handlers that are to hear of it, for each of which the database writes an <see cref="OutboxDelivery"/>; null for nobody.</summary>
    public IReadOnlyList<string>? Handlers { get; init; }

    /// <summary>Its place in the log of all events, given once, after its transaction has ended; null until then.</summary>
    public long? Position { get; init; }
}
