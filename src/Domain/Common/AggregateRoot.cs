namespace CleanApi.Domain.Common;

/// <summary>A consistency boundary that changes only through its methods, which raise domain events.</summary>
/// <typeparam name="TId">The type of its id.</typeparam>
public abstract class AggregateRoot<TId> : IAggregateRoot
    where TId : struct, ITypeId<TId>
{
    private List<IDomainEvent>? events;
    private bool isChanged;

    /// <summary>The identifier.</summary>
    public TId Id { get; protected init; }

    /// <inheritdoc />
    public long Version { get; private set; } = 1;

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; protected init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <inheritdoc />
    Guid IAggregateRoot.StreamId => Id.Value;

    /// <inheritdoc />
    public string PublicId => TypeId.Format(Id);

    /// <inheritdoc />
    public IReadOnlyList<IDomainEvent> Events => events ?? (IReadOnlyList<IDomainEvent>)[];

    /// <inheritdoc />
    public void ClearDomainEvents()
    {
        events = null;
        isChanged = false;
    }

    /// <summary>Records the event that created the aggregate; its version is 1.</summary>
    protected void Raise(IDomainEvent domainEvent)
    {
        isChanged = true;
        Raise(domainEvent, CreatedAt);
    }

    /// <summary>Records an event. The version is incremented once between two saves.</summary>
    protected void Raise(IDomainEvent domainEvent, DateTimeOffset now)
    {
        (events ??= []).Add(domainEvent);
        UpdatedAt = now;
        if (!isChanged)
        {
            isChanged = true;
            Version++;
        }
    }
}
