using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Events;
using MediatR;

namespace CleanApi.Application.Events;

internal sealed class ListEventsHandler(IReadRepository<OutboxEvent> events, EventPlaces places, ICallerContext context) : IRequestHandler<ListEvents, Page<EventResponse>>
{
    public async Task<Page<EventResponse>> Handle(ListEvents query, CancellationToken cancellationToken) =>
        await events.PageAsync(new ListEventsSpec(query, context.Required.OrganizationId, await places.FindAsync(query.After, cancellationToken)), cancellationToken);
}
