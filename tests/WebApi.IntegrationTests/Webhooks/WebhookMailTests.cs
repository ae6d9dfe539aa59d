using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>Who is mailed about endpoints, and how often.</summary>
[Trait("Requirement", "R258")]
public sealed class WebhookMailTests(DeliveriesApi api) : IClassFixture<DeliveriesApi>
{
    private const string Disabled = "A webhook endpoint was disabled";

    [Fact]
    public async Task Only_administrators_who_have_proved_their_address_are_told_that_an_endpoint_is_disabled()
    {
        var unproved = await api.AddAsync("ADMIN");
        await api.ExecuteAsync(
            $"update access.accounts set local_organization_id = (select organization_id from users.users where email = '{unproved.Email}') where email = '{unproved.Email}'");
        await using var receiver = await WebhookReceiver.StartAsync(410);
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        await DisableAsync(path);

        (await ToldAsync(ApiFixture.Admin, path)).Should().Be(1);
        (await api.MailsAsync(unproved.Email)).Should().NotContain(mail => mail.Subject == Disabled);
    }

    [Fact]
    public async Task An_endpoint_that_is_enabled_and_disabled_again_is_told_once_a_day_and_one_in_test_mode_never()
    {
        await using var receiver = await WebhookReceiver.StartAsync(410);
        var (path, _) = await api.CreateAsync(receiver.Url, "post.*");
        await DisableAsync(path);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, """{"status":"ENABLED"}""")).Expect(HttpStatusCode.OK);
        await DisableAsync(path);
        var test = (await api.SendAsync(ApiFixture.Admin, "POST", WebhooksApi.Webhooks, new { url = receiver.Url, livemode = false })).Expect(HttpStatusCode.Created).Headers["Location"];
        await DisableAsync(test);

        (await ToldAsync(ApiFixture.Admin, path), await ToldAsync(ApiFixture.Admin, test)).Should().Be((1, 0));
    }

    [Fact]
    public async Task Administrators_are_told_of_an_address_that_a_key_has_named_and_not_of_one_that_a_person_has()
    {
        var key = (await api.SendAsync(ApiFixture.Admin, "POST", "/api/v1/api-keys", new { name = "Hooks", scopes = new[] { "webhooks:manage", "events:read" } }))
            .Expect(HttpStatusCode.Created).Text("data.attributes.key")!;
        await using var receiver = await WebhookReceiver.StartAsync();
        var made = (await api.SendWithTokenAsync(key, "POST", WebhooksApi.Webhooks, new { url = receiver.Url, eventTypes = new[] { "post.*" } })).Expect(HttpStatusCode.Created).Text("data.id")!;
        var (person, _) = await api.CreateAsync(receiver.Url, "post.*");

        var mail = (await api.MailAsync(ApiFixture.Admin, "An API key sends your organization's events to an address")).Text.Replace("\u200b", "", StringComparison.Ordinal);
        mail.Should().Contain(made).And.Contain("    127.0.0.1").And.NotContain("/hook").And.NotContain(person[(person.LastIndexOf('/') + 1)..]);
    }

    private async Task<int> ToldAsync(string address, string path) => (await api.MailsAsync(address)).Count(mail =>
        mail.Subject == Disabled && mail.Text.Replace("\u200b", "", StringComparison.Ordinal).Contains(path[(path.LastIndexOf('/') + 1)..], StringComparison.Ordinal));

    private async Task DisableAsync(string path)
    {
        await api.TestAsync(path);
        await Probe.UntilAsync("it is disabled", async () => (await api.ReadAsync(path)).At("attributes").Text("status") == "DISABLED");
    }
}
