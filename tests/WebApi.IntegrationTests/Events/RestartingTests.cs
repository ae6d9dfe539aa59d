using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>What clients are told when the program stops.</summary>
public sealed class RestartingTests(EventsApi api) : IClassFixture<EventsApi>
{
    [Fact]
    [Trait("Requirement", "R259")]
    public async Task Streams_and_calls_of_the_hub_end_with_the_reason()
    {
        await using var stream = await api.FollowAsync(ApiFixture.Admin);
        await using var connection = await HubClient.ConnectAsync(api.BaseAddress, await api.TokenAsync(ApiFixture.Admin));
        await using var follow = connection.StreamAsync<JsonElement>("Follow", new { }).GetAsyncEnumerator();
        await follow.MoveNextAsync();

        api.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        (await stream.EndsAsync()).Should().BeTrue();
        stream.EndReason.Should().Be("RESTARTING");
        var end = async () => await follow.MoveNextAsync();
        // SignalR closes its connections at once: a client may learn of that instead.
        (await end.Should().ThrowAsync<Exception>()).Which.Message.Should().ContainAny("RESTARTING: The service restarts: connect again with the last id", "WebSocket", "onnection");
    }
}
