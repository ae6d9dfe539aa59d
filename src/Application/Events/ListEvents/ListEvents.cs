using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Events;

namespace CleanApi.Application.Events;

/// <summary>The events of the caller's organization in the order of the log, a page at a time.</summary>
[RequiresPermission(Permissions.EventsRead)]
[SortedBy(nameof(EventResponse.Position))]
public sealed record ListEvents : PagedQuery<EventResponse>
{
    /// <summary>Only events of this name, or with `.*` at its end of all names that begin so; `*` is all, as in the filters of webhooks.</summary>
    [MatchesNames(nameof(OutboxEvent.Name))]
    public string? Type { get; init; }

    /// <summary>Only events about the resource with this id.</summary>
    [DoesNotFilter("What it names does.")]
    public string? Subject { get; init; }

    /// <summary>Only what occurred after this time, exclusive.</summary>
    [DoesNotFilter("OccurredAfter does: an event is created when it occurs.")]
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only what occurred before this time, exclusive.</summary>
    [DoesNotFilter("OccurredBefore does: an event is created when it occurs.")]
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>
    /// Only what comes after this in the log: the id of an event (`evt_…`), also of one that the filter leaves out, or the last `id` of a stream. With `orderDir=asc`
    /// it is where to go on from: `?orderDir=asc&amp;after=evt_01h455vb4pex5vsknk084sn02q`.
    /// </summary>
    [DoesNotFilter("The position that it stands for does; an event never changes its own.")]
    public string? After { get; init; }

    internal string? SubjectType => Named?.Type;

    internal Guid? SubjectId => Named?.Id;

    internal DateTimeOffset? OccurredAfter => CreatedAfter;

    internal DateTimeOffset? OccurredBefore => CreatedBefore;

    [DoesNotFilter("Its parts do.")]
    private EventSubject? Named => Subject is not null && EventSubject.TryParse(Subject, out var subject) ? subject : null;
}
