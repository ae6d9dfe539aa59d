using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;
using MediatR;

namespace CleanApi.Application.Events;

internal sealed class ListEventsHandler(
    IReadRepository<OutboxEvent> events, EventPlaces places, IEventCursors cursors, IEventLogEnds log, ICallerContext context) : IRequestHandler<ListEvents, Page<EventResponse>>
{
    public async Task<Page<EventResponse>> Handle(ListEvents query, CancellationToken cancellationToken)
    {
        var organization = context.Required.OrganizationId;
        var after = await places.FindAsync(query.After, cancellationToken);
        // Before the page is read, so that whatever has a position up to the newest one is seen by it.
        var ends = await log.EndsAsync(cancellationToken);
        ends.Require(after);
        var readable = query.Cursor is { } sent ? query with { Cursor = cursors.ReadPage(organization, sent) ?? throw Cursor.Invalid() } : query;
        var page = await events.PageAsync(new ListEventsSpec(readable, organization, after), cancellationToken);
        return page with { NextCursor = page.NextCursor is { } next ? cursors.WritePage(organization, next) : null, After = After(query, page, ends.Newest, organization) };
    }

    // Up to where everything that matches is on this page or before it. A later page from the newest on says nothing of what has come since the first.
    private string? After(ListEvents query, Page<EventResponse> page, long newest, OrganizationId organization)
    {
        var isAscending = query.OrderDir == PageLimits.Ascending;
        if (!isAscending && (query.Cursor is not null || query.Page > 1))
        {
            return null;
        }

        var seen = page.Items.Count == 0 ? 0 : isAscending ? page.Items[^1].Position!.Value : page.Items[0].Position!.Value;
        return cursors.WritePlace(organization, isAscending && page.HasMore ? seen : Math.Max(newest, seen));
    }
}
