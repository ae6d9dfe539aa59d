namespace CleanApi.Domain.Common;

/// <summary>Something that happened to an aggregate: immutable, ids and values only, with a stable name (<see cref="EventNameAttribute"/>).</summary>
public interface IDomainEvent;
