using System.Threading.Channels;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Events;

namespace CleanApi.Infrastructure.Events;

/// <inheritdoc cref="IEventStream" />
/// <remarks>
/// It has joined the feed at a place: what precedes that it reads from the log itself, once; what follows comes from the feed. The two meet without a gap, and
/// what both have is told once, because positions only grow.
/// </remarks>
/// <param name="feed">Where to leave.</param>
/// <param name="log">The log.</param>
/// <param name="cursors">Writes places.</param>
/// <param name="lookBacks">Whose turn it is to read from it.</param>
/// <param name="caller">Who follows.</param>
/// <param name="filter">What.</param>
/// <param name="live">The caller's connection.</param>
/// <param name="after">From where on.</param>
/// <param name="clock">The clock.</param>
internal sealed class EventStream(
    EventFeed feed, EventLog log, IEventCursors cursors, LookBacks lookBacks, Caller caller, EventFilter filter, ILiveCaller live, long after, TimeProvider clock) : IEventStream
{
    // What waits for a slow reader; one who is further behind is cut off, and goes on from the log.
    private const int Capacity = 1_000;
    private const int Batch = 100;

    // Positions that are looked through at once for what a filter lets pass.
    private const int Window = 10_000;

    private readonly Channel<EventResponse> channel = Channel.CreateBounded<EventResponse>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private long joinedAt;
    private CancellationTokenRegistration ending;
    private long seen;
    private Task<bool>? waiting;
    private volatile bool isTooSlow;

    private long Position { get; set; } = after;

    /// <inheritdoc />
    public string Place => cursors.WritePlace(caller.OrganizationId, Position);

    /// <summary>The caller.</summary>
    internal Caller Caller => caller;

    /// <inheritdoc />
    public StreamEnd End => live.Ended.IsCancellationRequested
        ? caller.ExpiresAt <= clock.GetUtcNow() ? StreamEnd.TokenExpired : StreamEnd.AccessEnded
        : isTooSlow ? StreamEnd.TooSlow : StreamEnd.Restarting;

    /// <inheritdoc />
    public async Task<IReadOnlyList<EventResponse>?> NextAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        while (Position < joinedAt && !live.Ended.IsCancellationRequested)
        {
            var until = Math.Min(Position + Window, joinedAt);
            var missed = await lookBacks.ReadAsync(caller.OrganizationId, () => log.ReadAsync(caller, filter, Position, until, Batch, cancellationToken), cancellationToken);
            Position = missed.Count < Batch ? until : missed[^1].Event.Position!.Value;
            // Also where nothing passes: it is told how far the log was looked through.
            if (missed.Count > 0 || clock.GetElapsedTime(begun) >= atMost)
            {
                return [.. missed.Select(one => one.Event)];
            }
        }

        while (true)
        {
            // Before it is known that nothing waits: what the feed has seen by now waits, or was taken.
            var upTo = Volatile.Read(ref seen);
            waiting ??= channel.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
            try
            {
                if (!await waiting.WaitAsync(atMost, clock, cancellationToken) || live.Ended.IsCancellationRequested)
                {
                    return null;
                }
            }
            catch (TimeoutException)
            {
                Position = Math.Max(Position, upTo);
                return [];
            }

            waiting = null;
            if (Take() is { Count: > 0 } events)
            {
                return events;
            }
        }
    }

    /// <inheritdoc />
    public string PlaceOf(EventResponse one) => cursors.WritePlace(caller.OrganizationId, one.Position!.Value);

    /// <inheritdoc />
    public void Dispose()
    {
        ending.Dispose();
        feed.Leave(this);
        live.Dispose();
    }

    /// <summary>The feed tells what comes after this position, until the credential ends.</summary>
    internal void JoinAt(long position)
    {
        (joinedAt, seen) = (position, position);
        ending = live.Ended.UnsafeRegister(static stream => ((EventStream)stream!).Complete(), this);
    }

    /// <summary>Takes an event of the feed.</summary>
    internal void Post(EventResponse one)
    {
        if (filter.Matches(one) && !channel.Writer.TryWrite(one))
        {
            isTooSlow = true;
            Complete();
        }
    }

    /// <summary>The feed has told everything up to a position.</summary>
    internal void Pass(long position) => Volatile.Write(ref seen, position);

    /// <summary>Nothing more comes.</summary>
    internal void Complete() => channel.Writer.TryComplete();

    private List<EventResponse> Take()
    {
        List<EventResponse> events = [];
        while (events.Count < Batch && channel.Reader.TryRead(out var one))
        {
            // Nothing is told twice that was missed and came.
            if (one.Position > Position)
            {
                Position = one.Position.Value;
                events.Add(one);
            }
        }

        return events;
    }
}
