using CleanApi.Application.Events;
using CleanApi.Domain.Events;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Requests;
using CleanApi.WebApi.Security;
using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Events;

/// <summary>What happens in your organization: the event log, and streams of it.</summary>
[Route("/api/v1/events")]
[Tags("Events")]
public sealed class EventsController(ISender sender) : ResourceController<EventResponse, EventResource>(sender)
{
    /// <summary>Lists events</summary>
    /// <remarks>
    /// A page of the event log of your organization, newest first by default. With `orderDir=asc` and `links.next`, you read it from the beginning and miss nothing:
    /// an event gets its place after it is committed, so that none appears before one that you have read. To hear of what follows, ask again with `after`:
    /// `meta.after` of the last page, which goes on also where nothing has matched, or the id of an event. Streams go on from the same ids.
    /// </remarks>
    [HttpGet(Name = "listEvents")]
    [ProducesResponseType<PageDocument<EventResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListEvents query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Returns an event</summary>
    [HttpGet("{id}", Name = "getEvent")]
    [ProducesResponseType<Document<EventResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(OutboxEventId id, CancellationToken cancellationToken) => One(new GetEvent(id), cancellationToken);

    /// <summary>Follows events</summary>
    /// <remarks>
    /// Server-sent events (HTML Standard, section 9.2): each message's `data` is an event as `GET /api/v1/events/{id}` has it in `data`, and its `id` is where to go on from.
    /// `EventSource` does so by itself: it sends the last id as `Last-Event-ID`, and gets what has come since. Without one the stream begins now. While nothing comes, there is a comment
    /// every 15 seconds. The stream ends when your session, access token or API key does, when your role loses the permission, when you read too slowly, and when the service restarts: a
    /// last block, an event named `end`, has the `reason` (`TOKEN_EXPIRED`, `ACCESS_ENDED`, `TOO_SLOW`, `RESTARTING`) and a `message`. A person and their API keys have at most as many
    /// streams and connections as they leave free for others of the organization; beyond that it is 429.
    /// </remarks>
    [HttpGet("stream", Name = "streamEvents")]
    [DisableRequestTimeout]
    [StaysOpen]
    [Produces(EventStreamResult.MediaType)]
    [ProducesResponseType<string>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Stream([FromQuery] StreamEvents query, CancellationToken cancellationToken) =>
        new EventStreamResult(await Sender.Send(LastEventId.Resume(query, Request), cancellationToken));

    /// <summary>Issues a ticket for a connection</summary>
    /// <remarks>
    /// For a page that signs in with a header, which no script can set on a WebSocket: `/hubs/events?ticket=…` connects once, within 30 seconds, as you. An access token does not belong
    /// in an address.
    /// </remarks>
    [HttpPost("tickets", Name = "createEventTicket")]
    [ProducesResponseType<Document<EventTicketResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> CreateTicket(CancellationToken cancellationToken) => new BodyResult<Document<EventTicketResource>>(
        StatusCodes.Status200OK,
        new(EventTicketResource.Of(await Sender.Send(new CreateEventTicket(), cancellationToken)), new Meta(RequestContext.Of(HttpContext).Id)));
}
