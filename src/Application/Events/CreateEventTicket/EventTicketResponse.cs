namespace CleanApi.Application.Events;

/// <summary>A ticket for one connection.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="ExpiresIn">For how many seconds it is valid.</param>
public sealed record EventTicketResponse(string Ticket, int ExpiresIn)
{
    /// <summary>Without the ticket, which must not reach a log.</summary>
    public override string ToString() => nameof(EventTicketResponse);
}
