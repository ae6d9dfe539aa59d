using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>What becomes of calls of the hub that are wrong, or too many.</summary>
public sealed class HubCallTests(EventsApi api) : IClassFixture<EventsApi>
{
    [Theory]
    [InlineData("Nothing", "[]", "target: ")]
    [InlineData("Follow", "[]", "filter: ")]
    [InlineData("Follow", "[null]", "filter: ")]
    [InlineData("Follow", "[5]", "filter: ")]
    [InlineData("Follow", "[{},{}]", "filter: ")]
    [InlineData("Follow", """[{"type":5}]""", "type: ")]
    [InlineData("Follow", """[{"type":"Not A Type"}]""", "type: ")]
    [InlineData("Follow", """[{"type":"user.creatd.v1"}]""", "type: No event that your organization gets is named user.creatd.v1")]
    [InlineData("Follow", """[{"nonsense":"x"}]""", "nonsense: ")]
    [InlineData("Follow", """[{"subject":"x"}]""", "subject: ")]
    [InlineData("Follow", """[{"after":"x"}]""", "after: ")]
    public async Task A_mistake_of_a_client_is_named_to_it_and_no_error_of_ours(string method, string arguments, string named)
    {
        await using var connection = await HubClient.ConnectAsync(api.BaseAddress, await api.TokenAsync(ApiFixture.Admin));

        var call = () => CallAsync(connection, method, JsonSerializer.Deserialize<object?[]>(arguments)!);

        (await call.Should().ThrowAsync<HubException>()).Which.Message.Should().Contain("VALIDATION_ERROR: ").And.Contain(named);
        connection.State.Should().Be(HubConnectionState.Connected);
        api.Logs.Lines.Should().NotContain(line => line.Level >= LogLevel.Warning && line.Exception != null && line.Category.Contains("SignalR", StringComparison.Ordinal))
            .And.NotContain(line => line.Level >= LogLevel.Error && line.Category.Contains("EventsHub", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_follows_as_many_filters_as_it_may()
    {
        await using var connection = await HubClient.ConnectAsync(api.BaseAddress, await api.TokenAsync(ApiFixture.Admin));
        using var first = new CancellationTokenSource();
        using var others = new CancellationTokenSource();
        List<IAsyncEnumerator<JsonElement>> open = [];
        for (var number = 0; number < 10; number++)
        {
            var follow = connection.StreamAsync<JsonElement>("Follow", new { }, number == 0 ? first.Token : others.Token).GetAsyncEnumerator();
            (await follow.MoveNextAsync()).Should().BeTrue();
            open.Add(follow);
        }

        var beyond = () => CallAsync(connection, "Follow", [new { }]);
        (await beyond.Should().ThrowAsync<HubException>()).Which.Message.Should().Contain("TOO_MANY_FOLLOWS").And.Contain("end one of them first");
        await first.CancelAsync();
        await Probe.UntilAsync("the place of the one that has ended is free", async () => await IsAdmittedAsync(connection));
        await others.CancelAsync();
    }

    [Fact]
    public async Task A_message_that_is_too_long_ends_the_connection_and_is_a_line_of_the_log_but_not_each_of_many()
    {
        const int Times = 15;
        for (var i = 0; i < Times; i++)
        {
            await using var connection = await HubClient.ConnectAsync(api.BaseAddress, await api.TokenAsync(ApiFixture.Admin));
            var call = () => connection.InvokeAsync("Follow", new string('x', 5_000));
            await call.Should().ThrowAsync<Exception>();
            await Probe.UntilAsync("the connection is closed", () => connection.State == HubConnectionState.Disconnected);
        }

        await Probe.UntilAsync("it is logged", () => TooLong().Any());
        TooLong().Count().Should().BeLessThan(Times);
        TooLong().Should().OnlyContain(line => line.Level == LogLevel.Warning && line.Exception == null);
    }

    private IEnumerable<LogLine> TooLong() => api.Logs.Lines.Where(line => line.Message.Contains("maximum message size", StringComparison.Ordinal));

    private static async Task<bool> IsAdmittedAsync(HubConnection connection)
    {
        try
        {
            await CallAsync(connection, "Follow", [new { }]);
            return true;
        }
        catch (HubException refused) when (refused.Message.Contains("TOO_MANY_FOLLOWS", StringComparison.Ordinal))
        {
            return false;
        }
    }

    // Until the first message.
    private static async Task CallAsync(HubConnection connection, string method, object?[] arguments)
    {
        using var stop = new CancellationTokenSource();
        await using var call = connection.StreamAsyncCore<JsonElement>(method, arguments, stop.Token).GetAsyncEnumerator();
        (await call.MoveNextAsync()).Should().BeTrue();
        await stop.CancelAsync();
    }
}
