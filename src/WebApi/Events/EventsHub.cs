using System.Runtime.CompilerServices;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Events;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Security;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace CleanApi.WebApi.Events;

/// <summary>
/// The organization's events over a WebSocket. A client calls <c>Follow</c> as often as it wants, each with a filter of its own; each call sends the same use case
/// as <c>GET /api/v1/events/stream</c>, with its authorization and validation.
/// </summary>
/// <param name="sender">Sends to the application.</param>
/// <param name="context">The caller of a call.</param>
internal sealed class EventsHub(ISender sender, ICallerContext context) : Hub
{
    /// <summary>Where it is.</summary>
    public const string Path = "/hubs/events";

    // SignalR keeps the connection alive by itself; this tells a client whose filter lets nothing pass how far the log is.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    private Caller Caller => ((CallerIdentity)Context.User!.Identity!).Caller;

    /// <summary>Follows events until the client stops.</summary>
    /// <param name="request">Which, and from where on.</param>
    /// <param name="cancellationToken">The client has stopped.</param>
    public async IAsyncEnumerable<EventMessage> Follow(StreamEvents request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stream = await OpenAsync(request, cancellationToken);
        yield return new EventMessage(EventCursor.Encode(stream.Position), null);
        while (await stream.NextAsync(Wait, cancellationToken) is { } events)
        {
            if (events.Count == 0)
            {
                yield return new EventMessage(EventCursor.Encode(stream.Position), null);
            }

            foreach (var one in events)
            {
                yield return new EventMessage(EventCursor.Encode(one.Position!.Value), EventResource.Of(one));
            }
        }
    }

    private async Task<IEventStream> OpenAsync(StreamEvents request, CancellationToken cancellationToken)
    {
        try
        {
            return await context.RunAsAsync(Caller, () => sender.Send(request, cancellationToken));
        }
        catch (AppException error)
        {
            throw new HubException($"{error.Code}: {string.Join("; ", error.Details.Select(detail => detail.Message).DefaultIfEmpty(error.Message))}", error);
        }
    }
}
