using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Events;
using MediatR;

namespace CleanApi.Application.Events;

internal sealed class GetEventHandler(IReadRepository<OutboxEvent> events, ICallerContext context) : IRequestHandler<GetEvent, EventResponse>
{
    public async Task<EventResponse> Handle(GetEvent query, CancellationToken cancellationToken) =>
        await events.FirstOrDefaultAsync(new EventByIdSpec(query.Id, context.Required.OrganizationId), cancellationToken)
            ?? throw new NotFoundError("Event", query.Id.ToString());
}
