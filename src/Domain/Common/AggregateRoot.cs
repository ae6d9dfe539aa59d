namespace CleanApi.Domain.Common;

/// <summary>A consistency boundary: the one way to change what is inside it is through its methods, which raise events.</summary>
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

    /// <summary>When it came into being, UTC.</summary>
    public DateTimeOffset CreatedAt { get; protected init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <inheritdoc />
    public string PublicId => TypeId.Format(Id);

    /// <inheritdoc />
    public IReadOnlyList<IDomainEvent> Events => events ?? (IReadOnlyList<IDomainEvent>)[];

    /// <inheritdoc />
    public void Saved()
    {
        events = null;
        isChanged = false;
    }

    /// <summary>Notes what brought the aggregate into being; its version is 1.</summary>
    protected void Begin(IDomainEvent domainEvent)
    {
        isChanged = true;
        Raise(domainEvent, CreatedAt);
    }

    /// <summary>Notes that something happened: however much happens before the next save, the version moves on by one.</summary>
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
