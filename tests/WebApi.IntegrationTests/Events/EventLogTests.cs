using System.Net;
using CleanApi.Domain.Common;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>The event log of an organization.</summary>
public sealed class EventLogTests(EventsApi api) : IClassFixture<EventsApi>
{
    [Fact]
    [Trait("Requirement", "R259")]
    public async Task It_is_read_from_its_beginning_page_by_page_in_its_order_and_without_a_gap()
    {
        List<string> happened = [];
        for (var i = 0; i < 5; i++)
        {
            happened.Add(await api.HappenAsync(ApiFixture.Admin, "api_key.updated.v1"));
        }

        List<string> read = [];
        for (string? next = $"{EventsApi.Log}?type=api_key.updated.v1&orderDir=asc&limit=2"; next is not null;)
        {
            var page = await api.GetAsync(ApiFixture.Admin, next);
            read.AddRange(page.Ids);
            next = page.Text("links.next");
        }

        read.Should().Equal(happened);
        (await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=api_key.updated.v1")).Ids.Should().Equal(happened.AsEnumerable().Reverse());
        (await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=api_key.updated.v1&page=2&limit=2&orderDir=asc")).Ids.Should().Equal(happened[2..4]);
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task An_event_that_is_committed_late_comes_after_what_has_been_read()
    {
        var (early, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var connection = await api.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = api.Insert(early, ApiFixture.Admin, "api_key.revoked.v1");
            await command.ExecuteNonQueryAsync();
        }

        await api.ExecuteAsync(api.Insert(late, ApiFixture.Admin, "api_key.revoked.v1"));
        await api.PlaceAsync(late);
        var before = await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=api_key.revoked.v1&orderDir=asc");
        await transaction.CommitAsync();
        await api.PlaceAsync(early);

        before.Ids.Should().Equal(TypeId.Format("evt", late));
        (await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=api_key.revoked.v1&orderDir=asc")).Ids.Should().Equal(TypeId.Format("evt", late), TypeId.Format("evt", early));
    }

    [Fact]
    public async Task It_is_filtered_by_type_by_the_beginning_of_types_by_subject_and_by_time()
    {
        var member = await api.UserIdAsync(ApiFixture.Member);
        var first = await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.created.v1", member);
        var second = await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.deleted.v1");
        await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint_not.ended.v1");

        (await IdsAsync("type=webhook_endpoint.created.v1")).Should().Equal(first);
        (await IdsAsync("type=webhook_endpoint.*")).Should().Equal(second, first);
        (await IdsAsync($"subject={member}&type=webhook_endpoint.*")).Should().Equal(first);
        (await IdsAsync($"type=*&subject={member}")).Should().Contain(first);
        var at = (await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}/{first}")).Text("data.attributes.occurredAt");
        (await IdsAsync($"type=webhook_endpoint.*&createdAfter={at}")).Should().Equal(second);
        (await IdsAsync($"type=webhook_endpoint.created.v1&createdBefore={at}")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("type=User.Created", "type INVALID_FORMAT")]
    [InlineData("type=*.*", "type INVALID_FORMAT")]
    [InlineData("type=user.creatd.v1", "type INVALID_VALUE")]
    [InlineData("type=posts.*", "type INVALID_VALUE")]
    [InlineData("type=account.*", "type INVALID_VALUE")]
    [InlineData("subject=nobody", "subject INVALID_FORMAT")]
    [InlineData("orderBy=name", "orderBy INVALID_VALUE")]
    public async Task What_it_is_filtered_by_has_a_form(string query, string error) =>
        (await api.SendAsync(ApiFixture.Admin, "GET", $"{EventsApi.Log}?{query}")).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal(error);

    [Fact]
    public async Task A_cursor_is_of_one_filter()
    {
        await api.HappenAsync(ApiFixture.Admin, "invitation.sent.v1");
        await api.HappenAsync(ApiFixture.Admin, "invitation.sent.v1");
        var cursor = (await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=invitation.*&limit=1")).Text("meta.nextCursor");

        (await api.SendAsync(ApiFixture.Admin, "GET", $"{EventsApi.Log}?type=invitation.sent.v1&limit=1&cursor={cursor}")).Expect(HttpStatusCode.UnprocessableEntity)
            .FieldErrors.Should().Equal("cursor INVALID_CURSOR");
    }

    [Theory]
    [InlineData(EventsApi.Log)]
    [InlineData(EventsApi.Stream)]
    public async Task A_filter_that_nothing_passes_is_named(string path) =>
        (await api.SendAsync(ApiFixture.Admin, "GET", $"{path}?type=user.creatd.v1")).Expect(HttpStatusCode.UnprocessableEntity)
            .Text("error.details.0.message").Should().Be("No event that your organization gets is named user.creatd.v1: /docs/events has all names");

    [Fact]
    public async Task An_event_says_what_happened_to_what_by_whom_and_when()
    {
        var (admin, member) = (await api.UserIdAsync(ApiFixture.Admin), await api.UserIdAsync(ApiFixture.Member));
        var id = await api.HappenAsync(ApiFixture.Admin, "organization.renamed.v1", member);

        var one = await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}/{id}");

        (one.Text("data.id"), one.Text("data.type"), one.Text("data.attributes.type")).Should().Be((id, "event", "organization.renamed.v1"));
        (one.Text("data.attributes.subject.type"), one.Text("data.attributes.subject.id")).Should().Be(("user", member));
        one.Text("data.attributes.actor.type").Should().Be("user");
        one.Text("data.attributes.actor.id").Should().Be(admin);
        one.Text("data.attributes.data.said").Should().Be("ä");
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task Another_organization_sees_nothing_of_it()
    {
        var id = await api.HappenAsync(ApiFixture.Admin, "api_key.rotated.v1");

        (await api.GetAsync(ApiFixture.OtherAdmin, $"{EventsApi.Log}?type=api_key.*")).Ids.Should().BeEmpty();
        (await api.SendAsync(ApiFixture.OtherAdmin, "GET", $"{EventsApi.Log}/{id}")).ExpectError(HttpStatusCode.NotFound, "NOT_FOUND", $"Event with ID {id} not found");
    }

    [Theory]
    [InlineData(ApiFixture.Member, EventsApi.Log)]
    [InlineData(ApiFixture.Viewer, EventsApi.Stream)]
    public async Task It_is_for_administrators(string email, string path) =>
        (await api.SendAsync(email, "GET", path)).ExpectError(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "Insufficient permissions");

    private async Task<IReadOnlyList<string>> IdsAsync(string query) => (await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?{query}")).Ids;
}
