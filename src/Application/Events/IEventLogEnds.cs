namespace CleanApi.Application.Events;

/// <summary>Tells the ends of the event log.</summary>
public interface IEventLogEnds
{
    /// <summary>As they are now: what has a position up to the newest one is committed.</summary>
    Task<EventLogEnds> EndsAsync(CancellationToken cancellationToken);
}
