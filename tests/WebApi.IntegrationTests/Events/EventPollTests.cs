using System.Net;
using CleanApi.Infrastructure.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Polling the log from where the page before has read to.</summary>
public sealed class EventPollTests(EventsApi api) : IClassFixture<EventsApi>
{
    [Fact]
    [Trait("Requirement", "R259")]
    public async Task Whoever_polls_with_a_filter_that_lets_nothing_pass_does_not_fall_behind_what_is_kept()
    {
        var begun = await PollAsync("webhook_endpoint.*", null);
        var old = Guid.CreateVersion7(api.Clock.GetUtcNow().AddDays(-31));
        await api.ExecuteAsync(api.Insert(old, ApiFixture.Admin, "old.done.v1"));
        await api.PlaceAsync(old);
        var quiet = await PollAsync("webhook_endpoint.*", begun.After);
        await api.Services.GetServices<IHostedService>().OfType<OutboxHousekeeping>().Single().RunOnceAsync(CancellationToken.None);
        var happened = await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.created.v1");

        quiet.Ids.Should().BeEmpty();
        (await PollAsync("webhook_endpoint.*", quiet.After)).Ids.Should().Equal(happened);
        (await api.SendAsync(ApiFixture.Admin, "GET", $"{EventsApi.Log}?type=webhook_endpoint.*&orderDir=asc&after={begun.After}"))
            .Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("after INVALID_CURSOR");
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task Every_page_tells_where_to_go_on_and_nothing_is_told_twice_or_left_out()
    {
        var begun = await PollAsync("api_key.*", null);
        List<string> happened = [];
        List<string> read = [];
        var after = begun.After;
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < round; i++)
            {
                happened.Add(await api.HappenAsync(ApiFixture.Admin, "api_key.updated.v1"));
                await api.HappenAsync(ApiFixture.Admin);
            }

            // A page has two: of three, one is left for the next round.
            var page = await PollAsync("api_key.*", after);
            read.AddRange(page.Ids);
            after = page.After;
        }

        read.AddRange((await PollAsync("api_key.*", after)).Ids);
        read.Should().Equal(happened);
    }

    [Fact]
    public async Task Read_from_the_newest_on_the_first_page_tells_where_to_go_on()
    {
        await api.HappenAsync(ApiFixture.Admin, "invitation.sent.v1");
        await api.HappenAsync(ApiFixture.Admin, "invitation.sent.v1");
        var first = await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type=invitation.*&limit=1");
        var happened = await api.HappenAsync(ApiFixture.Admin, "invitation.sent.v1");

        (await PollAsync("invitation.*", first.Text("meta.after")!)).Ids.Should().Equal(happened);
        (await api.GetAsync(ApiFixture.Admin, first.Text("links.next")!)).Body.At("meta").TryGetProperty("after", out _).Should().BeFalse("what has come since the first page is not on a later one");
    }

    private async Task<(IReadOnlyList<string> Ids, string After)> PollAsync(string type, string? after)
    {
        var page = await api.GetAsync(ApiFixture.Admin, $"{EventsApi.Log}?type={type}&orderDir=asc&limit=2&total=false{(after is null ? "" : $"&after={after}")}");
        return (page.Ids, page.Text("meta.after")!);
    }
}
