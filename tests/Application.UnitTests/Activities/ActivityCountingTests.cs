using CleanApi.Application.Activities;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Events;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Activities;

/// <summary>What an event counts as.</summary>
[Trait("Requirement", "R6")]
public sealed class ActivityCountingTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 10, 44, 59, 999, TimeSpan.Zero);
    private static readonly OrganizationId Organization = TypeId.New<OrganizationId>(Time);
    private static readonly UserId Ada = TypeId.New<UserId>(Time);
    private static readonly UserId Bob = TypeId.New<UserId>(Time);

    [Fact]
    public void A_session_is_a_sign_in_of_its_user_who_is_active_and_was_nobody_before() =>
        Of(new SessionCreated(TypeId.New<SessionId>(Time), Ada, Organization), actor: null).Should().Be("Ada sign-in, Ada action");

    [Fact]
    public void A_post_is_its_author_s_and_the_action_of_whoever_has_created_it()
    {
        var created = new PostCreated(TypeId.New<PostId>(Time), Organization, Bob, "Title");
        Of(created, Person(Ada)).Should().Be("Bob post, Ada action");
        Of(created, new EventActor("api_key", Guid.NewGuid())).Should().Be("Bob post", "a key is nobody");
    }

    [Fact]
    public void An_invitation_counts_once_however_often_it_is_sent()
    {
        var sent = new InvitationSent(TypeId.New<InvitationId>(Time), Organization, EmailAddress.Parse("eve@acme.test"), UserRole.Member, Ada, Time);
        Of(sent, Person(Ada)).Should().Be("Ada invitation, Ada action");
        Of(sent, Person(Bob), version: 2).Should().Be("Bob action");
    }

    [Fact]
    public void All_else_is_an_action_of_a_person_and_nothing_of_anybody_else()
    {
        var published = new PostPublished(TypeId.New<PostId>(Time), Organization, Bob, "Title");
        Of(published, Person(Ada), version: 2).Should().Be("Ada action");
        Of(published, new EventActor("system", null), version: 2).Should().BeEmpty();
        Of(published, null, version: 2).Should().BeEmpty();
    }

    [Fact]
    public void It_counts_in_the_quarter_of_an_hour_in_which_it_has_happened() =>
        ActivityCounting.Of(Stored(new PostPublished(TypeId.New<PostId>(Time), Organization, Bob, "Title"), Person(Ada), 2)).Single().Quarter
            .Should().Be(new DateTimeOffset(2026, 3, 1, 10, 30, 0, TimeSpan.Zero));

    private static EventActor Person(UserId user) => new("user", user.Value);

    private static string Of(IDomainEvent domainEvent, EventActor? actor, long version = 1) =>
        string.Join(", ", ActivityCounting.Of(Stored(domainEvent, actor, version)).Select(count => $"{(count.UserId == Ada ? "Ada" : "Bob")} {Kind(count)}"));

    private static string Kind(ActivityCount count) => (count.SignIns, count.Posts, count.Invitations, count.Actions) switch
    {
        (1, 0, 0, 0) => "sign-in",
        (0, 1, 0, 0) => "post",
        (0, 0, 1, 0) => "invitation",
        (0, 0, 0, 1) => "action",
        _ => count.ToString(),
    };

    private static StoredEvent Stored(IDomainEvent domainEvent, EventActor? actor, long version) => new(
        new EventContext(
            TypeId.New<OutboxEventId>(Time), EventNames.Of(domainEvent.GetType()), TypeId.New<OutboxDeliveryId>(Time), Organization, "thing", Guid.NewGuid(), version, 0, Time, actor, null),
        EventJson.Write(domainEvent));
}
