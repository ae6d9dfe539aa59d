using System.Globalization;
using System.Net;
using System.Text.Json;
using CleanApi.Domain.Common;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.AspNetCore.Http;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

[Trait("Requirement", "R258")]
public sealed class WebhookFailureTests(DeliveriesApi api) : IClassFixture<DeliveriesApi>
{
    [Fact]
    public async Task An_endpoint_that_answers_410_is_disabled_at_once_and_sent_nothing_more()
    {
        await using var receiver = await WebhookReceiver.StartAsync(410);
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        await api.TestAsync(path);
        await api.DeliveryAsync(path, one => one.Text("status") == "FAILED");
        await Probe.UntilAsync("it is disabled", async () => await EndpointAsync(path) is { Status: "DISABLED", Reason: "GONE" });
        (await api.SendAsync(ApiFixture.Admin, "POST", $"{path}/test")).Expect(HttpStatusCode.Conflict);
        receiver.All.Should().ContainSingle();
        (await api.MailAsync(ApiFixture.Admin, "A webhook endpoint was disabled")).Text.Replace("\u200b", "", StringComparison.Ordinal).Should().Contain("    127.0.0.1").And.NotContain("/hook");
    }

    [Fact]
    public async Task An_endpoint_that_takes_other_events_is_not_disabled_for_one_and_is_when_it_takes_none()
    {
        await using var receiver = await WebhookReceiver.StartAsync(429, headers => headers.RetryAfter = "60");
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        var poison = await LastAttemptAsync(path, receiver, 500, meanwhile: async () =>
        {
            receiver.Answer = Status(204);
            await api.TestAsync(path);
            await api.DeliveryAsync(path, one => one.Text("status") == "DELIVERED");
        });
        await Probe.UntilAsync("it is given up", async () => await StatusAsync(poison) == "FAILED");
        (await EndpointAsync(path)).Status.Should().Be("ENABLED");

        api.Clock.Advance(TimeSpan.FromSeconds(1));
        await LastAttemptAsync(path, receiver, 500, meanwhile: () => Task.CompletedTask);
        await Probe.UntilAsync("it is disabled", async () => await EndpointAsync(path) is { Status: "DISABLED", Reason: "FAILING" });
    }

    [Theory]
    [InlineData("HTTP/1.1 099 Odd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "The answer of the endpoint is no HTTP")]
    [InlineData("HTTP/1.1 000 Odd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "The answer of the endpoint is no HTTP")]
    [InlineData("HTTP/1.1 99\r\n\r\n", "The endpoint cannot be reached")]
    public async Task A_status_that_is_none_is_a_failure_without_a_status(string answer, string error)
    {
        await using var receiver = new RawReceiver(answer);
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        await api.TestAsync(path);

        var delivery = await api.FailedAsync(path);
        delivery.Text("lastError").Should().Be(error);
        delivery.At("responseStatus").ValueKind.Should().Be(JsonValueKind.Null);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_a_failure_and_not_followed(int status)
    {
        await using var inside = await WebhookReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(status, headers => headers.Location = inside.Url);
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        await api.TestAsync(path);

        (await api.FailedAsync(path)).Text("lastError").Should().Be($"The endpoint answered {status}: redirects are not followed");
        inside.All.Should().BeEmpty();
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData(429, "7200", 7200)]
    [InlineData(503, "3600", 3600)]
    [InlineData(503, "9999999", 86400)]
    [InlineData(502, null, 60)]
    [InlineData(504, null, 60)]
    [InlineData(429, "soon", 60)]
    public async Task An_endpoint_with_too_much_to_do_is_left_alone_as_long_as_it_asks(int status, string? retryAfter, int seconds)
    {
        await using var receiver = await WebhookReceiver.StartAsync(status, headers => headers.RetryAfter = retryAfter);
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        await api.TestAsync(path);

        var failed = await api.FailedAsync(path);
        (Time(failed, "nextAttemptAt") - Time(failed, "attemptedAt")).Should().BeCloseTo(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(2));
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_given_up_after_20_seconds_and_holds_up_no_other_one()
    {
        await using var slow = await WebhookReceiver.StartAsync();
        slow.Answer = WebhookReceiver.NeverAsync;
        await using var quick = await WebhookReceiver.StartAsync();
        var (slowPath, _) = await api.CreateAsync(slow.Url, "post.*");
        var (quickPath, _) = await api.CreateAsync(quick.Url, "post.*");
        for (var i = 0; i < 12; i++)
        {
            await api.TestAsync(slowPath);
        }

        await Probe.UntilAsync("four are under way", () => slow.All.Count == 4);
        await api.TestAsync(quickPath);
        (await quick.NextAsync()).Type.Should().Be("webhook_endpoint.tested.v1");
        slow.All.Should().HaveCount(4, "so many are sent to one endpoint at once");

        api.Clock.Advance(TimeSpan.FromSeconds(21));
        await Probe.UntilAsync("one has failed", async () => (await api.GetAsync(ApiFixture.Admin, $"{slowPath}/deliveries")).Body.GetRawText()
            .Contains("The endpoint did not answer within 20 seconds", StringComparison.Ordinal));
        (await api.SendAsync(ApiFixture.Admin, "DELETE", slowPath)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Who_is_connected_to_is_who_was_checked()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var port = new Uri(receiver.Url).Port;
        api.Resolver.Answer("once.example.com", ["127.0.0.1"], ["127.0.0.1"], ["10.255.255.1"]);
        var (path, _) = await api.CreateAsync($"http://once.example.com:{port.ToString(CultureInfo.InvariantCulture)}/hook", "post.*");
        await api.TestAsync(path);

        (await receiver.NextAsync()).Headers["host"].Should().StartWith("once.example.com");
        api.Resolver.Asked["once.example.com"].Should().Be(2, "once when it is saved, and once when it is sent: nothing is resolved between the check and the connection");
    }

    private static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private Task<string?> StatusAsync(Guid delivery) => api.ScalarAsync<string>($"select status from webhooks.webhook_deliveries where id = '{delivery}'");

    // A delivery whose last attempt is due and is answered so; what comes before it is skipped.
    private async Task<Guid> LastAttemptAsync(string path, WebhookReceiver receiver, int status, Func<Task> meanwhile)
    {
        receiver.Answer = Status(429);
        TypeId.TryParse(await api.TestAsync(path), out _, out var id).Should().BeTrue();
        await Probe.UntilAsync("it has failed once", async () => await api.ScalarAsync<bool>($"select last_error is not null from webhooks.webhook_deliveries where id = '{id}'"));
        await meanwhile();
        receiver.Answer = Status(status);
        await api.ExecuteAsync($"update webhooks.webhook_deliveries set attempts = 9, due_at = created_at where id = '{id}'");
        return id;
    }

    private static DateTimeOffset Time(JsonElement one, string name) => DateTimeOffset.Parse(one.Text(name)!, CultureInfo.InvariantCulture);

    private async Task<(string? Status, string? Reason)> EndpointAsync(string path)
    {
        var attributes = (await api.ReadAsync(path)).At("attributes");
        return (attributes.Text("status"), attributes.Text("disabledReason"));
    }
}
