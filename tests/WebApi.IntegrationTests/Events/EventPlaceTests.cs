using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Going on in the log and in streams from the same ids.</summary>
public sealed class EventPlaceTests(EventsApi api) : IClassFixture<EventsApi>
{
    [Fact]
    [Trait("Requirement", "R259")]
    public async Task The_log_is_polled_from_the_last_event_also_of_one_that_the_filter_leaves_out()
    {
        var first = await api.HappenAsync(ApiFixture.Admin, "api_key.updated.v1");
        var other = await api.HappenAsync(ApiFixture.Admin, "left.out.v1");

        (await AfterAsync(first)).Should().BeEmpty("a page without events leaves a client where it was");
        (await AfterAsync(other)).Should().BeEmpty();
        var second = await api.HappenAsync(ApiFixture.Admin, "api_key.updated.v1");
        var third = await api.HappenAsync(ApiFixture.Admin, "api_key.updated.v1");

        (await AfterAsync(first)).Should().Equal(second, third);
        (await AfterAsync(other)).Should().Equal(second, third);
        (await AfterAsync(second)).Should().Equal(third);
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task What_follows_is_read_page_by_page()
    {
        var first = await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.created.v1");
        List<string> happened = [];
        for (var i = 0; i < 3; i++)
        {
            happened.Add(await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.created.v1"));
        }

        List<string> read = [];
        for (string? next = $"{EventsApi.Log}?type=webhook_endpoint.*&orderDir=asc&limit=2&after={first}"; next is not null;)
        {
            var page = await api.GetAsync(ApiFixture.Admin, next);
            read.AddRange(page.Ids);
            next = page.Text("links.next");
        }

        read.Should().Equal(happened);
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task A_stream_goes_on_from_an_event_of_the_log_and_the_log_from_an_id_of_a_stream()
    {
        var read = await api.HappenAsync(ApiFixture.Admin, "api_key.revoked.v1");
        var missed = await api.HappenAsync(ApiFixture.Admin, "api_key.revoked.v1");

        await using var stream = await api.FollowAsync(ApiFixture.Admin, "?type=api_key.revoked.v1", read);
        (await stream.IdsAsync(1)).Should().Equal(missed);
        var later = await api.HappenAsync(ApiFixture.Admin, "api_key.revoked.v1");
        (await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=api_key.revoked.v1&orderDir=asc&after={stream.LastId}")).Ids.Should().Equal(later);
    }

    [Theory]
    [Trait("Requirement", "R259")]
    [InlineData(EventsApi.Log)]
    [InlineData(EventsApi.Stream)]
    public async Task An_event_of_another_organization_is_no_place_and_neither_is_nonsense(string path)
    {
        var foreign = await api.HappenAsync(ApiFixture.OtherAdmin, "foreign.place.v1");

        foreach (var after in new[] { foreign, "nonsense", "usr_01h455vb4pex5vsknk084sn02q" })
        {
            (await api.SendAsync(ApiFixture.Admin, "GET", $"{path}?after={after}")).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("after INVALID_CURSOR");
        }
    }

    private async Task<IReadOnlyList<string>> AfterAsync(string id) =>
        (await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=api_key.updated.v1&orderDir=asc&after={id}")).Ids;
}
