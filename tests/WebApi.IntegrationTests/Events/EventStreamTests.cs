using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using CleanApi.Infrastructure.Events;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Events as they come, as server-sent events.</summary>
public sealed class EventStreamTests(EventsApi api) : IClassFixture<EventsApi>
{
    [Fact]
    [Trait("Requirement", "R11")]
    public async Task Events_arrive_as_they_happen()
    {
        await using var stream = await api.FollowAsync(ApiFixture.Admin);
        var happened = await api.HappenAsync(ApiFixture.Admin);

        var one = await stream.EventAsync();

        (one.Text("id"), one.Text("type"), one.Text("attributes.type")).Should().Be((happened, "event", "thing.done.v1"));
        (stream.Response.Content.Headers.ContentType!.MediaType, stream.Response.Headers.CacheControl!.NoStore).Should().Be(("text/event-stream", true));
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task Whoever_comes_back_goes_on_where_they_were()
    {
        string? last;
        await using (var stream = await api.FollowAsync(ApiFixture.Admin, "?type=post.*"))
        {
            await api.HappenAsync(ApiFixture.Admin, "post.created.v1");
            await stream.EventAsync();
            last = stream.LastId;
        }

        List<string> missed = [];
        for (var i = 0; i < 3; i++)
        {
            missed.Add(await api.HappenAsync(ApiFixture.Admin, "post.updated.v1"));
            await api.HappenAsync(ApiFixture.Admin, "other.later.v1");
        }

        await using var again = await api.FollowAsync(ApiFixture.Admin, "?type=post.*", last);
        var live = api.HappenAsync(ApiFixture.Admin, "post.archived.v1");
        (await again.IdsAsync(4)).Should().Equal([.. missed, await live]);
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task Whoever_leaves_before_the_first_event_misses_none()
    {
        string? last;
        await using (var stream = await api.FollowAsync(ApiFixture.Admin))
        {
            last = stream.LastId;
        }

        var missed = await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.created.v1");
        await using var again = await api.FollowAsync(ApiFixture.Admin, "?type=webhook_endpoint.*", last);
        (await again.IdsAsync(1)).Should().Equal(missed);
    }

    [Fact]
    public async Task It_is_filtered_by_subject()
    {
        var member = await api.UserIdAsync(ApiFixture.Member);
        await using var stream = await api.FollowAsync(ApiFixture.Admin, $"?subject={member}");
        await api.HappenAsync(ApiFixture.Admin);
        var about = await api.HappenAsync(ApiFixture.Admin, about: member);

        (await stream.IdsAsync(1)).Should().Equal(about);
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task Another_organization_hears_nothing_of_it()
    {
        await using var stream = await api.FollowAsync(ApiFixture.OtherAdmin);
        await api.HappenAsync(ApiFixture.Admin);
        var own = await api.HappenAsync(ApiFixture.OtherAdmin);

        (await stream.IdsAsync(1)).Should().Equal(own);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AX__________")]
    [InlineData("AmVq3u0yB8mK1oX5nP7cT2dF9hZ4aJ6gU0iR8sL3wE1yQ5kC7b")]
    public async Task It_does_not_go_on_from_where_the_log_has_never_been(string cursor)
    {
        var answer = await api.SendAsync(ApiFixture.Admin, "GET", $"{EventsApi.Stream}?after={cursor}");
        answer.Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("after INVALID_CURSOR");
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task Whoever_was_away_for_longer_than_events_are_kept_is_told_so()
    {
        await using var stream = await api.FollowAsync(ApiFixture.Admin);
        var old = Guid.CreateVersion7(api.Clock.GetUtcNow().AddDays(-31));
        await api.ExecuteAsync(api.Insert(old, ApiFixture.Admin, "kept.not.v1"));
        await api.PlaceAsync(old);
        await api.Services.GetServices<IHostedService>().OfType<OutboxHousekeeping>().Single().RunOnceAsync(CancellationToken.None);

        (await api.SendAsync(ApiFixture.Admin, "GET", $"{EventsApi.Stream}?after={stream.LastId}"))
            .Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("after INVALID_CURSOR");
    }

    [Fact]
    public async Task What_passes_a_filter_is_found_however_much_does_not()
    {
        string? last;
        await using (var stream = await api.FollowAsync(ApiFixture.Admin))
        {
            last = stream.LastId;
        }

        await api.ExecuteAsync("update app.event_positions set last = last + 25000");
        var far = await api.HappenAsync(ApiFixture.Admin, "invitation.sent.v1");
        await using var again = await api.FollowAsync(ApiFixture.Admin, "?type=invitation.*", last);
        (await again.IdsAsync(1)).Should().Equal(far);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task A_page_of_another_site_opens_none_with_the_cookie(string header, string value, HttpStatusCode expected)
    {
        using var client = api.CreateClient(token: null);
        using var request = new HttpRequestMessage(HttpMethod.Get, EventsApi.Stream);
        request.Headers.Add("Cookie", $"access_token={await api.TokenAsync(ApiFixture.Admin)}");
        request.Headers.Add(header, value);
        request.Options.Set(ContractHandler.Follows, true);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task A_HEAD_has_the_headers_and_ends()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        using var request = new HttpRequestMessage(HttpMethod.Head, EventsApi.Stream);
        using var response = await client.SendAsync(request);
        (response.StatusCode, response.Content.Headers.ContentType!.MediaType).Should().Be((HttpStatusCode.OK, "text/event-stream"));
    }

    [Fact]
    public async Task Nothing_is_left_behind_by_whoever_leaves()
    {
        var callers = api.Services.GetRequiredService<LiveCallers>();
        await using (await api.FollowAsync(ApiFixture.OtherAdmin))
        {
            callers.Count.Should().BePositive();
        }

        await Probe.UntilAsync("no connection is counted any more", () => callers.Count == 0);
    }
}
