using System.Globalization;
using System.Net;
using CleanApi.Infrastructure.Webhooks;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>What waits for an endpoint that wants nothing now.</summary>
[Trait("Requirement", "R258")]
public sealed class WebhookHoldTests(DeliveriesApi api) : IClassFixture<DeliveriesApi>
{
    [Fact]
    public async Task What_happens_while_an_endpoint_asks_to_be_left_alone_waits_too()
    {
        await using var receiver = await WebhookReceiver.StartAsync(429, headers => headers.RetryAfter = "7200");
        var (path, _) = await api.CreateAsync(receiver.Url, "user.created.v1");
        await api.TestAsync(path);
        await api.FailedAsync(path);
        await api.HappenAsync();

        var waiting = await api.DeliveryAsync(path, one => one.Text("eventType") == "user.created.v1");
        (waiting.Text("status"), waiting.At("attempts").GetInt32()).Should().Be(("PENDING", 0));
        DateTimeOffset.Parse(waiting.Text("nextAttemptAt")!, CultureInfo.InvariantCulture).Should().BeOnOrAfter(api.Clock.GetUtcNow().AddSeconds(7100));
        receiver.All.Should().ContainSingle();
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_waits_for_a_disabled_endpoint_stays_and_goes_out_when_it_is_enabled_again()
    {
        await using var receiver = await WebhookReceiver.StartAsync(503, headers => headers.RetryAfter = "3600");
        var (path, _) = await api.CreateAsync(receiver.Url, "user.created.v1");
        await api.HappenAsync();
        await api.FailedAsync(path);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, """{"status":"DISABLED"}""")).Expect(HttpStatusCode.OK);
        await api.ExecuteAsync("update webhooks.webhook_deliveries set due_at = created_at where status = 'PENDING'");
        api.Services.GetRequiredService<WebhookQueue>().Wake.Call();

        var kept = await api.DeliveryAsync(path, one => one.Text("lastError")!.StartsWith("The endpoint is disabled", StringComparison.Ordinal));
        (kept.Text("status"), kept.At("attempts").GetInt32()).Should().Be(("PENDING", 1), "nothing was tried");
        receiver.Answer = context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        };
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, """{"status":"ENABLED"}""")).Expect(HttpStatusCode.OK);
        await api.DeliveryAsync(path, one => one.Text("status") == "DELIVERED");
        receiver.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task One_delivery_is_read_by_its_id_and_by_its_own_organization_alone()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        var (other, _) = await api.CreateAsync(receiver.Url, "post.*");
        var id = await api.TestAsync(path);

        id.Should().StartWith("dlv_");
        var one = await api.ReadAsync($"{path}/deliveries/{id}");
        (one.Text("id"), one.Text("attributes.eventType"), one.Text("attributes.eventId")).Should().Be((id, "webhook_endpoint.tested.v1", null));
        (await api.SendAsync(ApiFixture.Admin, "GET", $"{other}/deliveries/{id}")).Expect(HttpStatusCode.NotFound);
        (await api.SendAsync(ApiFixture.OtherAdmin, "GET", $"{path}/deliveries/{id}")).Expect(HttpStatusCode.NotFound);
    }
}
