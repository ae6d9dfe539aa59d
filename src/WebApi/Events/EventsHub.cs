using System.Runtime.CompilerServices;
using System.Text.Json;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Security;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace CleanApi.WebApi.Events;

/// <summary>
/// The organization's events over a WebSocket. A client calls <c>Follow</c> for each filter that it has; each call sends the same use case
/// as <c>GET /api/v1/events/stream</c>, with its authorization and validation.
/// </summary>
/// <param name="sender">Sends to the application.</param>
/// <param name="context">The caller of a call.</param>
/// <param name="errors">What a client learns of a failure.</param>
internal sealed class EventsHub(ISender sender, ICallerContext context, HubErrors errors) : Hub
{
    /// <summary>Where it is.</summary>
    public const string Path = "/hubs/events";

    /// <summary>How many calls of <c>Follow</c> a connection has open at a time.</summary>
    public const int MaxFollows = 10;

    /// <summary>The method that answers calls which fit no method.</summary>
    public const string Mistake = "mistake";

    // SignalR keeps the connection alive by itself; this tells a client whose filter lets nothing pass how far the log is.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    private static readonly StreamEnding TooMany =
        new("TOO_MANY_FOLLOWS", $"This connection follows {MaxFollows} filters already, which is the most: end one of them first, or open another connection");

    private Caller Caller => ((CallerIdentity)Context.User!.Identity!).Caller;

    /// <inheritdoc />
    public override Task OnConnectedAsync()
    {
        Context.Items[typeof(HubFollows)] = new HubFollows(MaxFollows);
        return Task.CompletedTask;
    }

    /// <summary>Follows events until the client stops.</summary>
    /// <param name="filter">Which, and from where on: an object with <c>type</c>, <c>subject</c> and <c>after</c>, each of which may be left out or null.</param>
    /// <param name="cancellationToken">The client has stopped.</param>
    public async IAsyncEnumerable<EventMessage> Follow(JsonElement filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = ((HubFollows)Context.Items[typeof(HubFollows)]!).Enter() ?? throw HubErrors.Of(TooMany);
        using var stream = await errors.GuardAsync(() => context.RunAsAsync(Caller, () => sender.Send(HubArguments.Read(filter), cancellationToken)), cancellationToken);
        yield return new EventMessage(stream.Place, null);
        while (await errors.GuardAsync(() => stream.NextAsync(Wait, cancellationToken), cancellationToken) is { } events)
        {
            if (events.Count == 0)
            {
                yield return new EventMessage(stream.Place, null);
            }

            foreach (var one in events)
            {
                yield return new EventMessage(stream.PlaceOf(one), EventResource.Of(one));
            }
        }

        throw HubErrors.Of(StreamEndTexts.Of(stream.End));
    }

    /// <summary>Answers a call that fits no method: <see cref="EventsHubProtocol"/> makes it one of this.</summary>
    /// <param name="target">What was called.</param>
    [HubMethodName(Mistake)]
    public void Refuse(string target) => throw errors.Of(new ValidationError([string.Equals(target, nameof(Follow), StringComparison.OrdinalIgnoreCase)
        ? new ErrorDetail("filter", FieldCodes.InvalidType, "Follow takes one argument, an object with type, subject and after, each of which may be left out: {} follows everything")
        : new ErrorDetail("target", FieldCodes.InvalidValue, "The hub has no such method; call Follow")]));
}
