using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Events;

internal sealed class CreateEventTicketHandler(IConnectionTickets tickets, ICallerContext context) : IRequestHandler<CreateEventTicket, EventTicketResponse>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    public Task<EventTicketResponse> Handle(CreateEventTicket command, CancellationToken cancellationToken) =>
        Task.FromResult(new EventTicketResponse(tickets.Issue(context.RequiredUser, Lifetime), (int)Lifetime.TotalSeconds));
}
