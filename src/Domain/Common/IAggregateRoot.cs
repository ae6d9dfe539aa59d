namespace CleanApi.Domain.Common;

/// <summary>The part of an aggregate root that does not depend on the type of its id.</summary>
public interface IAggregateRoot
{
    /// <summary>The public id.</summary>
    string PublicId { get; }

    /// <summary>The UUID of its id: the stream of its events.</summary>
    Guid StreamId { get; }

    /// <summary>Incremented with each stored change; concurrency token and ETag.</summary>
    long Version { get; }

    /// <summary>Events raised since the aggregate was loaded or saved.</summary>
    IReadOnlyList<IDomainEvent> Events { get; }

    /// <summary>Clears the events after they were saved; the next change increments the version.</summary>
    void ClearDomainEvents();
}
