using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Events;

namespace CleanApi.WebApi.Events;

/// <summary>A ticket that opens one connection to <c>/hubs/events</c>.</summary>
/// <param name="Type">Always <c>event_ticket</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record EventTicketResource(string Type, EventTicketAttributes Attributes)
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "event_ticket";

    /// <summary>What clients see of a ticket.</summary>
    internal static EventTicketResource Of(EventTicketResponse ticket) => new(TypeName, new EventTicketAttributes(ticket.Ticket, ticket.ExpiresIn));
}

/// <summary>Attributes of a ticket.</summary>
/// <param name="Ticket">Goes into the address: <c>/hubs/events?ticket=…</c>. It is used once.</param>
/// <param name="ExpiresIn">For how many seconds it is valid.</param>
public sealed record EventTicketAttributes(
    [property: Example("tok_p2J9xW0cQ4kT7vB1nM8sR5yL3dF6hZ0aE2gU4iO7jK1")] string Ticket,
    [property: Range(1, 30), Example(30)] int ExpiresIn)
{
    /// <summary>Without the ticket.</summary>
    public override string ToString() => nameof(EventTicketAttributes);
}
