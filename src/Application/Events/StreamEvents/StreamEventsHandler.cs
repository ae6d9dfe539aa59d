using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Events;

internal sealed class StreamEventsHandler(IEventFeed feed, EventPlaces places, ICallerContext context) : IRequestHandler<StreamEvents, IEventStream>
{
    public async Task<IEventStream> Handle(StreamEvents query, CancellationToken cancellationToken) => await feed.OpenAsync(
        context.Required,
        new EventFilter(query.Type, query.Subject is not null && EventSubject.TryParse(query.Subject, out var subject) ? subject : null),
        await places.FindAsync(query.After, cancellationToken),
        cancellationToken);
}
