using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Events;

internal sealed class StreamEventsHandler(IEventFeed feed, ICallerContext context) : IRequestHandler<StreamEvents, IEventStream>
{
    public Task<IEventStream> Handle(StreamEvents query, CancellationToken cancellationToken) => feed.OpenAsync(
        context.Required,
        new EventFilter(query.Type, query.Subject is not null && EventSubject.TryParse(query.Subject, out var subject) ? subject : null),
        query.After is not null && EventCursor.TryDecode(query.After, out var position) ? position : null,
        cancellationToken);
}
