using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Calls over a connection are requests of its caller.</summary>
public sealed class HubRateLimitTests(FewCallsApi api) : IClassFixture<FewCallsApi>
{
    [Fact]
    public async Task Whoever_is_connected_calls_as_often_as_they_may_send_requests()
    {
        await using var connection = await HubClient.ConnectAsync(api.BaseAddress, await api.TokenAsync(ApiFixture.Admin));
        var admitted = 0;
        var calls = async () =>
        {
            for (; admitted < FewCallsApi.Permits; admitted++)
            {
                using var stop = new CancellationTokenSource();
                await using var call = connection.StreamAsync<JsonElement>("Follow", new { }, stop.Token).GetAsyncEnumerator();
                await call.MoveNextAsync();
                await stop.CancelAsync();
            }
        };

        (await calls.Should().ThrowAsync<HubException>()).Which.Message.Should().Contain("RATE_LIMIT_EXCEEDED").And.Contain("try again in");
        admitted.Should().Be(FewCallsApi.Permits - 1, "the handshake was the first");
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("Follow")]
    public async Task A_call_that_fits_no_method_is_counted_too(string method)
    {
        // What was counted before counts no more.
        api.Clock.Advance(TimeSpan.FromMinutes(2));
        await using var connection = await HubClient.ConnectAsync(api.BaseAddress, await api.SignInAsync(ApiFixture.OtherAdmin));
        List<string> answers = [];
        for (var i = 0; i < FewCallsApi.Permits; i++)
        {
            var call = () => connection.InvokeAsync(method, 1, 2);
            answers.Add((await call.Should().ThrowAsync<HubException>()).Which.Message);
        }

        answers.SkipLast(1).Should().OnlyContain(answer => answer.Contains("VALIDATION_ERROR"));
        answers[^1].Should().Contain("RATE_LIMIT_EXCEEDED");
    }
}
