using CleanApi.WebApi.IntegrationTests.Webhooks;

namespace CleanApi.FaultInjection.Tests.Program;

/// <summary>The program is killed while an endpoint has a webhook and has not answered.</summary>
[Trait("Requirement", "R258")]
public sealed class KilledWebhookTests : IAsyncLifetime
{
    private Server server = null!;

    public async Task InitializeAsync() => server = await Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task It_is_sent_again_under_the_same_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var answer = receiver.Answer;
        receiver.Answer = WebhookReceiver.NeverAsync;
        ReceivedWebhook first;
        await using (var instance = await Instance.StartAsync(server, ("Outbound__AllowPrivateNetworks", "true")))
        {
            var admin = await instance.SignInAsync(ApiFixture.Admin);
            var created = await instance.Client.AnswerAsync("POST", "/api/v1/webhooks", $$"""{"url":"{{receiver.Url}}"}""", admin.Authorization);
            created.Status.Should().Be(201, created.ToString());
            first = await receiver.NextAsync();
            await instance.Process.KillAsync();
        }

        receiver.Answer = answer;
        // The lease of who was killed.
        await server.ExecuteAsync("update webhooks.webhook_deliveries set due_at = due_at - interval '1 minute'");
        await using var next = await Instance.StartAsync(server, ("Outbound__AllowPrivateNetworks", "true"));
        var second = await receiver.NextAsync();

        (second.Id, second.Body).Should().Be((first.Id, first.Body));
        await Probe.UntilAsync("it is noted", async () => (await server.ReadAsync("select status || ' ' || attempts from webhooks.webhook_deliveries")).SequenceEqual(["DELIVERED 2"]));
    }
}
