using System.Net;
using System.Text.Json;
using CleanApi.Infrastructure.Persistence;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Users;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>What time does to a stream. Everybody signs in anew: the clock goes on, and access tokens end.</summary>
public sealed class StreamEndTests(EventsApi api) : IClassFixture<EventsApi>
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task While_nothing_comes_there_is_a_comment_with_how_far_the_log_is()
    {
        await using var stream = await OpenStream.OpenAsync(api.CreateClient(await api.SignInAsync(ApiFixture.Admin)), EventsApi.Stream + "?type=webhook_endpoint.*");
        var begun = stream.LastId;
        await api.HappenAsync(ApiFixture.Admin);
        string? block = null;
        await Probe.UntilAsync("a heartbeat tells that the log has gone on", async () =>
        {
            var reading = stream.BlockAsync();
            await Probe.UntilAsync("a block comes", () =>
            {
                api.Clock.Advance(Heartbeat);
                return reading.IsCompleted;
            });
            block = await reading;
            return stream.LastId != begun;
        });

        block.Should().StartWith(":\nid: ").And.NotContain("data");
    }

    [Fact]
    public async Task It_ends_with_the_session_before_anything_more_is_told()
    {
        var email = await api.NewAdminAsync();
        var token = await api.SignInAsync(email);
        await using var stream = await OpenStream.OpenAsync(api.CreateClient(token), EventsApi.Stream + "?type=invitation.*");
        (await api.SendWithTokenAsync(token, "POST", "/api/auth/logout")).Expect(HttpStatusCode.NoContent);
        await api.HappenAsync(ApiFixture.Admin, "invitation.sent.v1");

        (await stream.EndsAsync()).Should().BeTrue("no event was told");
        stream.EndReason.Should().Be("ACCESS_ENDED");
    }

    [Fact]
    public async Task It_ends_when_the_role_loses_the_right_although_it_is_told_nothing()
    {
        var email = await api.NewAdminAsync();
        await using var stream = await OpenStream.OpenAsync(api.CreateClient(await api.SignInAsync(email)), EventsApi.Stream + "?type=webhook_endpoint.*");
        (await api.SendWithTokenAsync(await api.SignInAsync(ApiFixture.Admin), "PATCH", $"{UsersApi.Path}/{await api.UserIdAsync(email)}", """{"role":"MEMBER"}"""))
            .Expect(HttpStatusCode.OK);
        var end = stream.EndsAsync();
        await Probe.UntilAsync("the stream ends", () =>
        {
            api.Clock.Advance(LiveCallers.Interval);
            return end.IsCompleted;
        });

        (await end).Should().BeTrue();
    }

    [Fact]
    public async Task It_ends_with_the_access_token_although_the_session_goes_on()
    {
        await using var stream = await OpenStream.OpenAsync(api.CreateClient(await api.SignInAsync(ApiFixture.Admin)), EventsApi.Stream + "?type=webhook_endpoint.*");
        api.Clock.Advance(TimeSpan.FromMinutes(16));
        (await stream.EndsAsync()).Should().BeTrue();
        stream.EndReason.Should().Be("TOKEN_EXPIRED");
    }

    [Fact]
    public async Task A_token_that_opens_a_stream_by_a_clock_that_is_behind_keeps_it_open()
    {
        var token = await api.SignInAsync(ApiFixture.Admin);
        api.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(10));
        await using var stream = await OpenStream.OpenAsync(api.CreateClient(token), EventsApi.Stream + "?type=post.*");
        await using var connection = await HubClient.ConnectAsync(api.BaseAddress, token);
        await using var follow = connection.StreamAsync<JsonElement>("Follow", new { type = "post.*" }).GetAsyncEnumerator();
        await follow.MoveNextAsync();

        var happened = await api.HappenAsync(ApiFixture.Admin, "post.created.v1");
        (await stream.IdsAsync(1)).Should().Equal(happened);
        await follow.MoveNextAsync();
        follow.Current.Text("event.id").Should().Be(happened);

        api.Clock.Advance(TimeSpan.FromSeconds(30));
        (await stream.EndsAsync()).Should().BeTrue();
        var end = async () => await follow.MoveNextAsync();
        (await end.Should().ThrowAsync<HubException>()).Which.Message.Should().Contain("TOKEN_EXPIRED: ");
    }

    [Fact]
    public async Task A_connection_ends_with_the_session_although_nothing_is_followed()
    {
        var email = await api.NewAdminAsync();
        var token = await api.SignInAsync(email);
        await using var connection = await HubClient.ConnectAsync(api.BaseAddress, token);
        (await api.SendWithTokenAsync(token, "POST", "/api/auth/logout")).Expect(HttpStatusCode.NoContent);
        await Probe.UntilAsync("the connection is closed", () =>
        {
            api.Clock.Advance(LiveCallers.Interval);
            return connection.State == HubConnectionState.Disconnected;
        });
    }

    [Fact]
    public async Task A_key_connects_after_a_change_that_leaves_it_its_rights()
    {
        var email = await api.NewAdminAsync();
        var key = (await api.SendWithTokenAsync(await api.SignInAsync(email), "POST", "/api/v1/api-keys", new { name = "Streams", scopes = new[] { "events:read", "posts:read" } }))
            .Expect(HttpStatusCode.Created);
        var secret = key.Text("data.attributes.key")!;
        (await api.SendWithTokenAsync(secret, "GET", EventsApi.Log)).Expect(HttpStatusCode.OK);
        (await api.SendWithTokenAsync(await api.SignInAsync(email), "PATCH", $"/api/v1/api-keys/{key.Text("data.id")}", """{"scopes":["events:read"]}"""))
            .Expect(HttpStatusCode.OK);

        await using var connection = await HubClient.ConnectAsync(api.BaseAddress, secret);
        await using var stream = connection.StreamAsync<JsonElement>("Follow", new { type = "api_key.*" }).GetAsyncEnumerator();
        (await stream.MoveNextAsync()).Should().BeTrue();
        var happened = await api.HappenAsync(ApiFixture.Admin, "api_key.rotated.v1");
        (await stream.MoveNextAsync()).Should().BeTrue("the check before an event is told has ended nothing");
        stream.Current.Text("event.id").Should().Be(happened);
        connection.State.Should().Be(HubConnectionState.Connected);
    }

    [Fact]
    public async Task A_ticket_ends_after_half_a_minute()
    {
        var token = await api.SignInAsync(ApiFixture.Admin);
        var ticket = (await api.SendWithTokenAsync(token, "POST", $"{EventsApi.Log}/tickets")).Text("data.attributes.ticket")!;
        api.Clock.Advance(TimeSpan.FromSeconds(30));
        (await HubClient.StatusAsync(api.BaseAddress, $"?ticket={ticket}")).Should().Be(HttpStatusCode.Unauthorized);
    }
}
