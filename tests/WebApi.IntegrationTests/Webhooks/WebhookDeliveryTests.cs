using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

[Trait("Requirement", "R258")]
public sealed class WebhookDeliveryTests(DeliveriesApi api) : IClassFixture<DeliveriesApi>
{
    [Fact]
    public async Task An_event_arrives_signed_and_the_log_says_so()
    {
        await using var receiver = await WebhookReceiver.StartAsync(200, body: new string('a', 5000));
        var (path, secret) = await api.CreateAsync(receiver.Url, "user.*");
        var user = await api.HappenAsync();

        var webhook = await receiver.NextAsync();
        var body = System.Text.Json.JsonElement.Parse(webhook.Body);
        body.EnumerateObject().Select(member => member.Name).Should().Equal("id", "type", "timestamp", "subject", "version", "data");
        (await api.ReadAsync($"/api/v1/events/{body.Text("id")}")).At("attributes").Text("type").Should().Be("user.created.v1", "the receiver finds it in the event log");
        (body.Text("subject.type"), body.Text("subject.id")).Should().Be(("user", user));
        (body.Text("type"), body.Text("data.userId")).Should().Be(("user.created.v1", user));
        (webhook.Headers["content-type"], webhook.Headers.ContainsKey("traceparent")).Should().Be(("application/json", false));
        Verifies(webhook, secret).Should().BeTrue();
        Verifies(webhook with { Body = webhook.Body.Replace("user", "User", StringComparison.Ordinal) }, secret).Should().BeFalse();

        var delivery = await api.DeliveryAsync(path, one => one.Text("status") == "DELIVERED");
        (delivery.Text("eventType"), delivery.At("attempts").GetInt32(), delivery.At("responseStatus").GetInt32(), delivery.Text("lastError"), delivery.Text("nextAttemptAt"))
            .Should().Be(("user.created.v1", 1, 200, null, null));
        (delivery.Text("requestBody"), delivery.Text("responseBody")).Should().Be((webhook.Body, new string('a', 1024)));
        await api.SendAsync(ApiFixture.Admin, "DELETE", path);
    }

    [Fact]
    public async Task Only_what_a_filter_names_is_sent_and_only_to_live_endpoints_of_the_organization()
    {
        await using var posts = await WebhookReceiver.StartAsync();
        await using var test = await WebhookReceiver.StartAsync();
        await using var other = await WebhookReceiver.StartAsync();
        await using var all = await WebhookReceiver.StartAsync();
        await api.CreateAsync(posts.Url, "post.*", "user.deleted.v1");
        (await api.SendAsync(ApiFixture.Admin, "POST", WebhooksApi.Webhooks, new { url = test.Url, livemode = false })).Expect(HttpStatusCode.Created);
        (await api.SendAsync(ApiFixture.OtherAdmin, "POST", WebhooksApi.Webhooks, new { url = other.Url })).Expect(HttpStatusCode.Created);
        var (path, _) = await api.CreateAsync(all.Url, "user.created.v1");
        await api.HappenAsync();

        (await all.NextAsync()).Type.Should().Be("user.created.v1");
        await api.DeliveryAsync(path, one => one.Text("status") == "DELIVERED");
        (await api.ScalarAsync<long>("select count(*) from webhooks.webhook_deliveries d join webhooks.webhook_endpoints e on e.id = d.endpoint_id where e.url <> '" + all.Url + "' and d.event_type = 'user.created.v1'"
            + " and e.url in ('" + posts.Url + "', '" + test.Url + "', '" + other.Url + "')")).Should().Be(0);
        (posts.All.Count, test.All.Count).Should().Be((0, 0));
        other.All.Should().OnlyContain(webhook => webhook.Type.StartsWith("webhook_endpoint."));
    }

    [Fact]
    public async Task A_test_and_a_redelivery_are_queued_and_a_redelivery_has_the_same_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (path, secret) = await api.CreateAsync(receiver.Url, "post.*");
        var id = await api.TestAsync(path);
        var first = await receiver.NextAsync();
        await api.DeliveryAsync(path, one => one.Text("status") == "DELIVERED");
        (await api.SendAsync(ApiFixture.OtherAdmin, "POST", $"{path}/deliveries/{id}/redeliver")).Expect(HttpStatusCode.NotFound);
        var again = (await api.SendAsync(ApiFixture.Admin, "POST", $"{path}/deliveries/{id}/redeliver")).Expect(HttpStatusCode.Accepted);
        again.Text("data.attributes.status").Should().Be("PENDING");
        await AssertAuditedAsync(again, "webhook_delivery.redelivered", id);
        var second = await receiver.NextAsync();

        (first.Id, second.Id, first.Type).Should().Be((id, id, "webhook_endpoint.tested.v1"));
        second.Body.Should().Be(first.Body);
        (Verifies(first, secret), Verifies(second, secret)).Should().Be((true, true));
    }

    [Fact]
    public async Task While_a_secret_is_rotated_both_sign()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (path, before) = await api.CreateAsync(receiver.Url, "post.*");
        var after = (await api.SendAsync(ApiFixture.Admin, "POST", $"{path}/rotate-secret")).Expect(HttpStatusCode.OK).Text("data.attributes.secret")!;
        await api.TestAsync(path);
        var both = await receiver.NextAsync();
        both.Signatures.Should().HaveCount(2);
        (Verifies(both, before), Verifies(both, after)).Should().Be((true, true));

        await api.ExecuteAsync("update webhooks.webhook_endpoints set previous_secret_ends_at = previous_secret_ends_at - interval '25 hours' where previous_secret_ends_at is not null");
        await api.TestAsync(path);
        var one = await receiver.NextAsync();
        one.Signatures.Should().ContainSingle();
        (Verifies(one, before), Verifies(one, after)).Should().Be((false, true));
    }

    [Fact]
    public async Task The_library_of_the_standard_verifies_what_is_sent_and_refuses_what_was_altered()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (path, before) = await api.CreateAsync(receiver.Url, "user.created.v1");
        var after = (await api.SendAsync(ApiFixture.Admin, "POST", $"{path}/rotate-secret")).Expect(HttpStatusCode.OK).Text("data.attributes.secret")!;
        await api.HappenAsync();
        var webhook = await receiver.NextAsync();
        var altered = webhook with { Body = webhook.Body + " " };
        var late = webhook with { Headers = new Dictionary<string, string>(webhook.Headers) { ["webhook-timestamp"] = "1700000000" } };

        (await StandardWebhooks.VerifyAsync((webhook, before), (webhook, after), (altered, after), (late, after))).Should().Equal(
            "user.created.v1", "user.created.v1", "No matching signature found", "Message timestamp too old");
    }

    [Fact]
    public async Task A_test_is_audited()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        await AssertAuditedAsync((await api.SendAsync(ApiFixture.Admin, "POST", $"{path}/test")).Expect(HttpStatusCode.Accepted), "webhook_endpoint.tested", path.Split('/')[^1]);
    }

    private async Task AssertAuditedAsync(Answer answer, string action, string target)
    {
        var entry = (await api.AuditAsync(answer)).Should().ContainSingle().Which;
        (entry.Text("action"), entry.Text("target_id"), entry.Text("outcome"), entry.Text("actor_id") is null).Should().Be((action, target, "SUCCEEDED", false));
    }

    private bool Verifies(ReceivedWebhook webhook, string secret) => WebhookVerifier.Verify(
        secret, webhook.Id, webhook.Headers["webhook-timestamp"], webhook.Headers["webhook-signature"], webhook.Body, api.Clock.GetUtcNow());
}
