namespace CleanApi.Application.Events;

/// <summary>The events of one organization as they come, in the order of the log and without a gap. Dispose it to leave.</summary>
public interface IEventStream : IDisposable
{
    /// <summary>Up to where everything has been returned, as clients see it.</summary>
    string Place { get; }

    /// <summary>Why nothing more comes, once <see cref="NextAsync"/> has returned null.</summary>
    StreamEnd End { get; }

    /// <summary>The place of an event, as clients see it.</summary>
    string PlaceOf(EventResponse one);

    /// <summary>Waits for the next events.</summary>
    /// <param name="atMost">How long.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>
    /// Some, in order; none when the time is over; null at the end: the credential is not valid any more, the program stops, or events came faster than they were
    /// taken. Whoever goes on from <see cref="Place"/> misses nothing.
    /// </returns>
    Task<IReadOnlyList<EventResponse>?> NextAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
