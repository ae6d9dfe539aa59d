using System.Net;
using System.Text.Json;
using CleanApi.Infrastructure.Webhooks;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>The API with endpoints on loopback.</summary>
public sealed class DeliveriesApi : WebhooksApi
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string>? Settings => new Dictionary<string, string> { ["Outbound:AllowPrivateNetworks"] = "true" };

    // It outlives the access tokens, also where a test goes on by days.
    private string key = "";

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        key = (await SendAsync(Admin, "POST", "/api/v1/api-keys", new { name = "Reads the log" })).Expect(HttpStatusCode.Created).Text("data.attributes.key")!;
    }

    /// <summary>Reads what has to be there, whatever the time.</summary>
    public async Task<JsonElement> ReadAsync(string path) => (await SendWithTokenAsync(key, "GET", path)).Expect(HttpStatusCode.OK).Body.At("data");

    /// <summary>Goes on to a time, unless it has passed; the worker looks then.</summary>
    public void GoTo(DateTimeOffset time)
    {
        var left = time - Clock.GetUtcNow();
        Clock.Advance(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        Services.GetRequiredService<WebhookQueue>().Wake.Call();
    }

    /// <summary>Has something happen: Acme gets a user.</summary>
    public async Task<string> HappenAsync() => (await InviteAsync()).Id;

    /// <summary>Sends a test event, and returns the delivery.</summary>
    public async Task<string> TestAsync(string path) => (await SendAsync(Admin, "POST", $"{path}/test")).Expect(HttpStatusCode.Accepted).Text("data.id")!;

    /// <summary>Waits until the newest delivery to an endpoint is as expected, and returns its attributes.</summary>
    public async Task<JsonElement> DeliveryAsync(string path, Func<JsonElement, bool> isExpected)
    {
        JsonElement attributes = default;
        try
        {
            await Probe.UntilAsync("the delivery is as expected", async () =>
            {
                var page = await ReadAsync($"{path}/deliveries");
                attributes = page.GetArrayLength() > 0 ? page[0].At("attributes") : default;
                return page.GetArrayLength() > 0 && isExpected(attributes);
            });
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message}: {attributes}", exception);
        }

        return attributes;
    }

    /// <summary>Waits until the newest delivery to an endpoint was tried and has failed.</summary>
    public Task<JsonElement> FailedAsync(string path) => DeliveryAsync(path, one => one.Text("attemptedAt") is not null && one.Text("lastError") is not null);
}
