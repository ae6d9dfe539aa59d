namespace CleanApi.Domain.Common;

/// <summary>What the persistence and the audit need of every aggregate root, whatever the type of its id.</summary>
public interface IAggregateRoot
{
    /// <summary>The id as clients see it.</summary>
    string PublicId { get; }

    /// <summary>Grows by one with each stored change; concurrency token and ETag.</summary>
    long Version { get; }

    /// <summary>Events raised since the aggregate was loaded or saved.</summary>
    IReadOnlyList<IDomainEvent> Events { get; }

    /// <summary>Forgets the events after they were saved; the next change is a new version.</summary>
    void ClearDomainEvents();
}
