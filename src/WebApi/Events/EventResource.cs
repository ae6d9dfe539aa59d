using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Events;
using CleanApi.Domain.Events;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Events;

/// <summary>Something that happened in your organization. It never changes.</summary>
/// <param name="Id">The event's id: the same wherever the event arrives.</param>
/// <param name="Type">Always <c>event</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record EventResource(OutboxEventId Id, string Type, EventAttributes Attributes) : IResource<EventResource, EventResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "event";

    /// <inheritdoc />
    public static EventResource Of(EventResponse one) => new(
        one.Id,
        TypeName,
        new EventAttributes(
            one.Name,
            Reference(one.SubjectType, one.SubjectId),
            one is { ActorType: { } type, ActorId: { } actor } ? Reference(type, actor) : null,
            one.OccurredAt,
            JsonElement.Parse(one.Payload)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();

    private static EventReference Reference(string type, Guid id) => new(type, PublicIds.Format(type, id));
}

/// <summary>Attributes of an event.</summary>
/// <param name="Type">Its name, with the version of its shape: <c>user.created.v1</c>.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Actor">Who did it: a user or an API key; null where nobody is named.</param>
/// <param name="OccurredAt">When it occurred, UTC.</param>
/// <param name="Data">What it says; the shape follows from the type.</param>
public sealed record EventAttributes(
    [property: MaxLength(100), Example("post.created.v1")] string Type,
    EventReference Subject,
    EventReference? Actor,
    DateTimeOffset OccurredAt,
    [property: Example("""{"postId":"post_01h455vb4pex5vsknk084sn02q","title":"Release notes"}""")] JsonElement Data);

/// <summary>What an event names.</summary>
/// <param name="Type">The type of the resource.</param>
/// <param name="Id">Its id.</param>
public sealed record EventReference(
    [property: MaxLength(50), Example("post")] string Type,
    [property: MaxLength(100), Example("post_01h455vb4pex5vsknk084sn02q")] string Id);
