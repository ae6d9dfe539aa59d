using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Events over a WebSocket, with the client that ASP.NET Core has for it.</summary>
public sealed class EventsHubTests(EventsApi api) : IClassFixture<EventsApi>
{
    [Fact]
    [Trait("Requirement", "R11")]
    [Trait("Requirement", "R12")]
    public async Task A_connection_follows_with_filters_and_goes_on_where_it_was()
    {
        await using var connection = await ConnectAsync(await api.TokenAsync(ApiFixture.Admin));
        await using var stream = Follow(connection, "post.*");
        (await stream.MoveNextAsync()).Should().BeTrue();
        stream.Current.At("event").ValueKind.Should().Be(JsonValueKind.Null, "the first message tells where the stream begins");
        var happened = await api.HappenAsync(ApiFixture.Admin, "post.created.v1");
        (await stream.MoveNextAsync()).Should().BeTrue();
        var cursor = stream.Current.Text("cursor")!;
        stream.Current.Text("event.id").Should().Be(happened);

        var missed = await api.HappenAsync(ApiFixture.Admin, "webhook_endpoint.created.v1");
        await using var again = Follow(connection, "webhook_endpoint.*", cursor);
        await again.MoveNextAsync();
        (await again.MoveNextAsync()).Should().BeTrue();
        again.Current.Text("event.id").Should().Be(missed);
    }

    [Fact]
    [Trait("Requirement", "R259")]
    public async Task Another_organization_hears_nothing_of_it()
    {
        await using var connection = await ConnectAsync(await api.TokenAsync(ApiFixture.OtherAdmin));
        await using var begun = await api.FollowAsync(ApiFixture.OtherAdmin);
        await api.HappenAsync(ApiFixture.Admin, "invitation.sent.v1");
        var own = await api.HappenAsync(ApiFixture.OtherAdmin, "invitation.sent.v1");

        await using var stream = Follow(connection, "invitation.*", begun.LastId);
        await stream.MoveNextAsync();
        (await stream.MoveNextAsync()).Should().BeTrue();
        stream.Current.Text("event.id").Should().Be(own);
    }

    [Fact]
    public async Task A_call_is_validated_like_a_request()
    {
        await using var connection = await ConnectAsync(await api.TokenAsync(ApiFixture.Admin));
        await using var stream = Follow(connection, "Not A Type");
        var call = async () => await stream.MoveNextAsync();
        (await call.Should().ThrowAsync<HubException>()).Which.Message.Should().Contain("VALIDATION_ERROR");
    }

    [Theory]
    [InlineData(ApiFixture.Member, 403)]
    [InlineData(null, 401)]
    public async Task It_is_for_administrators(string? email, int status)
    {
        (string, string)[] headers = email is null ? [] : [("Authorization", $"Bearer {await api.TokenAsync(email)}")];
        (await StatusAsync("", headers)).Should().Be((HttpStatusCode)status);
    }

    [Fact]
    public async Task A_ticket_opens_one_connection_and_no_log_has_it()
    {
        var ticket = (await api.SendAsync(ApiFixture.Admin, "POST", $"{EventsApi.Log}/tickets")).Expect(HttpStatusCode.OK).Text("data.attributes.ticket")!;

        (await StatusAsync($"?ticket={ticket}")).Should().Be(HttpStatusCode.SwitchingProtocols);
        (await StatusAsync($"?ticket={ticket}")).Should().Be(HttpStatusCode.Unauthorized);
        api.Logs.Lines.Should().NotContain(line => line.Message.Contains(ticket, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ticket_that_is_no_more_says_how_to_get_another_one()
    {
        var error = (await api.SendAsync(null, "GET", "/hubs/events?ticket=tok_p2J9xW0cQ4kT7vB1nM8sR5yL3dF6hZ0aE2gU4iO7jK1")).Expect(HttpStatusCode.Unauthorized);
        error.Text("error.message").Should().Be("The ticket is not valid: each opens one connection, within 30 seconds. Get another one with POST /api/v1/events/tickets");
    }

    [Fact]
    public async Task An_access_token_in_an_address_opens_nothing() =>
        (await StatusAsync($"?access_token={await api.TokenAsync(ApiFixture.Admin)}")).Should().Be(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_ticket_opens_nothing_but_the_hub()
    {
        var ticket = (await api.SendAsync(ApiFixture.Admin, "POST", $"{EventsApi.Log}/tickets")).Text("data.attributes.ticket")!;
        (await api.SendAsync(null, "GET", $"{EventsApi.Log}?ticket={ticket}")).Expect(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_another_site_opens_nothing(bool withCookie)
    {
        var token = await api.TokenAsync(ApiFixture.Admin);
        var credential = withCookie ? ("Cookie", $"access_token={token}") : ("Authorization", $"Bearer {token}");
        (await StatusAsync("", ("Origin", "https://evil.example"), credential)).Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_page_of_its_own_site_connects_with_its_cookie()
    {
        var (origin, token) = (api.BaseAddress.GetLeftPart(UriPartial.Authority), await api.TokenAsync(ApiFixture.Admin));
        (await StatusAsync("", ("Origin", origin), ("Cookie", $"access_token={token}"))).Should().Be(HttpStatusCode.SwitchingProtocols);
    }

    private static IAsyncEnumerator<JsonElement> Follow(HubConnection connection, string type, string? after = null) =>
        connection.StreamAsync<JsonElement>("Follow", new { type, after }).GetAsyncEnumerator();

    private async Task<HubConnection> ConnectAsync(string token) => await HubClient.ConnectAsync(api.BaseAddress, token);

    private Task<HttpStatusCode> StatusAsync(string query, params (string Name, string Value)[] headers) => HubClient.StatusAsync(api.BaseAddress, query, headers);
}
