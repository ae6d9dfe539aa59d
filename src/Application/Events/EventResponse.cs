using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Events;

namespace CleanApi.Application.Events;

/// <summary>An event of the log. It never changes.</summary>
public sealed record EventResponse(
    OutboxEventId Id,
    string Name,
    string SubjectType,
    Guid SubjectId,
    long Version,
    string? ActorType,
    Guid? ActorId,
    DateTimeOffset OccurredAt,
    string Payload,
    long? Position) : IVersioned;
