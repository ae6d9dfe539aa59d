using System.Globalization;
using System.Net;
using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>The schedule to its end. A class of its own, because its clock goes on by days.</summary>
[Trait("Requirement", "R258")]
public sealed class WebhookScheduleTests(DeliveriesApi api) : IClassFixture<DeliveriesApi>
{
    // Standard Webhooks 1.0, "Retries"; each give or take a tenth.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
        TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    [Fact]
    public async Task What_fails_is_tried_ten_times_and_then_the_endpoint_is_disabled_and_administrators_are_told()
    {
        await using var receiver = await WebhookReceiver.StartAsync(500, body: "no");
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        var id = await api.TestAsync(path);
        var failed = await FailedAsync(path, DateTimeOffset.MinValue);
        foreach (var pause in Pauses)
        {
            var (at, next) = (Time(failed, "attemptedAt"), Time(failed, "nextAttemptAt"));
            (next - at).Should().BeCloseTo(pause, (pause * 0.1) + TimeSpan.FromSeconds(1));
            api.GoTo(next);
            failed = await FailedAsync(path, at);
        }

        (failed.Text("status"), failed.At("attempts").GetInt32(), failed.Text("nextAttemptAt")).Should().Be(("FAILED", 10, null));
        receiver.All.Select(webhook => webhook.Id).Should().HaveCount(10).And.AllBe(id);
        var endpoint = (await api.ReadAsync(path)).At("attributes");
        (endpoint.Text("status"), endpoint.Text("disabledReason")).Should().Be(("DISABLED", "FAILING"));
        (await api.MailAsync(ApiFixture.Admin, "A webhook endpoint was disabled")).Text.Replace("\u200b", "", StringComparison.Ordinal).Should().Contain("    127.0.0.1").And.NotContain("/hook");
        (await api.ScalarAsync<long>("select count(*) from auditing.audit_logs where action = 'webhook_endpoint.disabled' and actor_id is null")).Should().Be(1);
    }

    private static DateTimeOffset Time(JsonElement one, string name) => DateTimeOffset.Parse(one.Text(name)!, CultureInfo.InvariantCulture);

    // The error of the attempt before stays while the next one is under way.
    private async Task<JsonElement> FailedAsync(string path, DateTimeOffset after)
    {
        var failed = await api.DeliveryAsync(path, one => one.Text("lastError") is not null && Time(one, "attemptedAt") > after);
        (failed.Text("eventType"), failed.Text("lastError"), failed.At("responseStatus").GetInt32(), failed.Text("responseBody"))
            .Should().Be(("webhook_endpoint.tested.v1", "The endpoint answered 500", 500, "no"), failed.GetRawText());
        return failed;
    }
}
