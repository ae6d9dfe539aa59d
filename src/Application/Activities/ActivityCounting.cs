using CleanApi.Application.Common.Events;
using CleanApi.Domain.Access;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Activities;

/// <summary>What events count as: decided here alone, for those that come in and for those that are counted again.</summary>
public static class ActivityCounting
{
    /// <summary>The stable name of the handler that counts.</summary>
    public const string Handler = "activities.count";

    // An invitation keeps its version 1 to itself: sent again, it has another one.
    private const long FirstVersion = 1;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly string SessionOpened = EventNames.Of(typeof(SessionCreated));
    private static readonly string PostCreated = EventNames.Of(typeof(PostCreated));
    private static readonly string InvitationSent = EventNames.Of(typeof(InvitationSent));

    /// <summary>The beginning of the quarter of an hour that a time is in, UTC.</summary>
    public static DateTimeOffset QuarterOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % Quarter.Ticks), TimeSpan.Zero);

    /// <summary>What an event of an organization counts as: at most once as what it is, and once as an action of whoever has caused it in person.</summary>
    /// <exception cref="System.Text.Json.JsonException">Its values are not those of its name.</exception>
    public static IEnumerable<ActivityCount> Of(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var (context, quarter) = (stored.Context, QuarterOf(stored.Context.OccurredAt));
        var person = context.Actor?.UserId;
        if (context.Name == SessionOpened)
        {
            // Whoever signs in is nobody before.
            person = EventJson.Read<SessionCreated>(stored.Payload).UserId;
            yield return None(quarter, person.Value) with { SignIns = 1 };
        }
        else if (context.Name == PostCreated)
        {
            yield return None(quarter, EventJson.Read<PostCreated>(stored.Payload).AuthorId) with { Posts = 1 };
        }
        else if (context.Name == InvitationSent && context.Version == FirstVersion)
        {
            yield return None(quarter, EventJson.Read<InvitationSent>(stored.Payload).InvitedById) with { Invitations = 1 };
        }

        if (person is { } active)
        {
            yield return None(quarter, active) with { Actions = 1 };
        }
    }

    private static ActivityCount None(DateTimeOffset quarter, UserId user) => new(quarter, user, 0, 0, 0, 0);
}
