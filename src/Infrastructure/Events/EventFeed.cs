using CleanApi.Application.Common.Security;
using CleanApi.Application.Events;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Queue;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Events;

/// <inheritdoc cref="IEventFeed" />
/// <remarks>
/// One reader an instance: each new event is read once and told to the streams of its organization, however many there are. Without a
/// stream it does not look at all.
/// </remarks>
internal sealed class EventFeed(
    EventLog log, IEventCursors cursors, LookBacks lookBacks, ILiveCallers callers, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<EventFeed> logger)
    : BackgroundService, IEventFeed
{
    private const int Batch = 500;

    private readonly Wake wake = new();
    private readonly Lock gate = new();
    private readonly Dictionary<OrganizationId, HashSet<EventStream>> streams = [];
    private long head;

    /// <inheritdoc />
    public async Task<IEventStream> OpenAsync(Caller caller, EventFilter filter, long? after, CancellationToken cancellationToken)
    {
        var live = callers.Enter(caller);
        try
        {
            // A caller whose credential has ended is refused before anything is told.
            await callers.CheckAsync(one => one == caller, cancellationToken);
            if (live.Ended.IsCancellationRequested)
            {
                throw new AuthenticationError("Invalid or expired token");
            }

            var ends = await log.EndsAsync(cancellationToken);
            ends.Require(after);
            var stream = new EventStream(this, log, cursors, lookBacks, caller, filter, live, after ?? ends.Newest, clock);
            Join(stream, ends.Newest);
            return stream;
        }
        catch
        {
            live.Dispose();
            throw;
        }
    }

    /// <summary>There may be something new.</summary>
    public void Wake() => wake.Call();

    /// <inheritdoc />
    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    /// <summary>Leaves.</summary>
    internal void Leave(EventStream stream)
    {
        lock (gate)
        {
            var organization = stream.Caller.OrganizationId;
            if (streams.TryGetValue(organization, out var others) && others.Remove(stream) && others.Count == 0)
            {
                streams.Remove(organization);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the web server waits for its requests.
        await using var stopping = lifetime.ApplicationStopping.Register(EndAll);
        await Poll.RunAsync(wake, LookAsync, "To read the event log for streams", logger, stoppingToken);
    }

    private bool IsFollowed
    {
        get
        {
            lock (gate)
            {
                return streams.Count > 0;
            }
        }
    }

    private async Task<Found> LookAsync(CancellationToken cancellationToken) => IsFollowed ? await TellAsync(cancellationToken) : Found.Nothing;

    private void Join(EventStream stream, long newest)
    {
        lock (gate)
        {
            if (streams.Count == 0)
            {
                head = newest;
            }

            stream.JoinAt(head);
            if (!streams.TryGetValue(stream.Caller.OrganizationId, out var others))
            {
                streams.Add(stream.Caller.OrganizationId, others = []);
            }

            others.Add(stream);
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                stream.Complete();
            }
        }

        wake.Call();
    }

    private async Task<Found> TellAsync(CancellationToken cancellationToken)
    {
        long after;
        lock (gate)
        {
            after = head;
        }

        var events = await log.ReadAllAsync(after, Batch, cancellationToken);
        if (events.Count == 0)
        {
            return Found.Nothing;
        }

        // A change of rights that precedes an event in the log is in force before the event is told.
        var told = events.Select(one => one.Organization).ToHashSet();
        await callers.CheckAsync(caller => told.Contains(caller.OrganizationId), cancellationToken);
        lock (gate)
        {
            Tell(events, after);
        }

        return events.Count < Batch ? Found.All : Found.Full;
    }

    private void Tell(IReadOnlyList<(OrganizationId? Organization, EventResponse Event)> events, long after)
    {
        // All have left meanwhile, and the first to come since has begun elsewhere.
        if (head != after)
        {
            return;
        }

        foreach (var (organization, one) in events)
        {
            foreach (var stream in organization is { } owner && streams.TryGetValue(owner, out var followers) ? followers : [])
            {
                stream.Post(one);
            }
        }

        head = events[^1].Event.Position!.Value;
        foreach (var stream in streams.Values.SelectMany(all => all))
        {
            stream.Pass(head);
        }
    }

    private void EndAll()
    {
        lock (gate)
        {
            foreach (var stream in streams.Values.SelectMany(all => all))
            {
                stream.Complete();
            }
        }
    }
}
