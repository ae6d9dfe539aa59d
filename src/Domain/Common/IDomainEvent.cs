namespace CleanApi.Domain.Common;

/// <summary>A domain event: immutable, with ids and values only, and with a stable name (<see cref="EventNameAttribute"/>).</summary>
public interface IDomainEvent;
