using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

[Trait("Requirement", "R258")]
public sealed class WebhookTests(WebhooksApi api) : IClassFixture<WebhooksApi>
{
    private const string Url = "https://hooks.example.com/cleanapi?token=t";

    [Fact]
    public async Task A_secret_is_told_once_when_it_is_made_and_stored_encrypted()
    {
        var created = (await api.SendAsync(ApiFixture.Admin, "POST", WebhooksApi.Webhooks, new { url = Url, eventTypes = new[] { "user.*", "post.created.v1" } }))
            .Expect(HttpStatusCode.Created);
        var attributes = created.Body.At("data.attributes");
        var (path, secret) = (created.Headers["Location"], attributes.Text("secret")!);

        secret.Should().MatchRegex("^whsec_[A-Za-z0-9+/]{43}=$");
        created.Headers["Cache-Control"].Should().Be("no-store");
        (attributes.Text("url"), attributes.Text("status"), attributes.At("livemode").GetBoolean(), attributes.Text("disabledReason")).Should().Be((Url, "ENABLED", true, null));
        Strings(attributes.At("eventTypes")).Should().Equal("post.created.v1", "user.*");
        foreach (var read in new[] { path, WebhooksApi.Webhooks })
        {
            (await api.GetAsync(ApiFixture.Admin, read)).Body.GetRawText().Should().NotContain(secret).And.NotContain("\"secret\"");
        }

        var row = await api.ScalarAsync<string>("select string_agg(row::text, ' ') from webhooks.webhook_endpoints row");
        row.Should().NotContain(secret).And.NotContain(Convert.ToHexStringLower(Convert.FromBase64String(secret[6..])));
        (await api.AuditAsync(created)).Should().ContainSingle().Which.GetRawText().Should().Contain("webhook_endpoint.created").And.NotContain("ncryptedSecret").And.NotContain(secret)
            .And.Contain("hooks.example.com").And.NotContain("token=t", "the path and the query of an address may be a credential");
    }

    [Fact]
    public async Task A_rotated_secret_is_another_one_and_the_one_before_ends_in_a_day()
    {
        var (path, secret) = await api.CreateAsync(Url);
        var rotated = (await api.SendAsync(ApiFixture.Admin, "POST", $"{path}/rotate-secret")).Expect(HttpStatusCode.OK);

        rotated.Text("data.attributes.secret").Should().StartWith("whsec_").And.NotBe(secret);
        var ends = DateTimeOffset.Parse(rotated.Text("data.attributes.previousSecretEndsAt")!, null);
        ends.Should().BeCloseTo(api.Clock.GetUtcNow().AddDays(1), TimeSpan.FromMinutes(1));
        (await api.AuditAsync(rotated)).Should().ContainSingle().Which.Text("action").Should().Be("webhook_endpoint.secret_rotated");
    }

    [Fact]
    public async Task An_endpoint_is_changed_disabled_and_deleted_with_its_secrets()
    {
        var (path, _) = await api.CreateAsync(Url);
        var changed = (await api.SendAsync(ApiFixture.Admin, "PATCH", path, """{"eventTypes":["*"],"description":"All","status":"DISABLED"}""")).Expect(HttpStatusCode.OK);
        var attributes = changed.Body.At("data.attributes");
        (attributes.Text("description"), attributes.Text("status"), attributes.Text("disabledReason"), attributes.Text("url")).Should().Be(("All", "DISABLED", "REQUESTED", Url));
        (await api.SendAsync(ApiFixture.Admin, "POST", $"{path}/test")).ExpectRefusal(
            HttpStatusCode.Conflict, "CONFLICT", "WEBHOOK_DISABLED", "The webhook endpoint is disabled: enable it first");
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, """{"status":"ENABLED"}""")).Expect(HttpStatusCode.OK).Text("data.attributes.disabledReason").Should().BeNull();

        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
        (await api.SendAsync(ApiFixture.Admin, "GET", path)).Expect(HttpStatusCode.NotFound);
        (await api.SendAsync(ApiFixture.Admin, "GET", $"{path}/deliveries")).Expect(HttpStatusCode.NotFound);
        (await api.ScalarAsync<long>("select count(*) from webhooks.webhook_endpoints where deleted_at is not null and octet_length(encrypted_secret) = 0")).Should().BePositive();
    }

    [Theory]
    [InlineData("{}", "url REQUIRED")]
    [InlineData("""{"url":"hooks.example.com"}""", "url INVALID_FORMAT")]
    [InlineData("""{"url":"https://hooks.example.com","eventTypes":[]}""", "eventTypes TOO_SHORT")]
    [InlineData("""{"url":"https://hooks.example.com","eventTypes":["user.creatd.v1"]}""", "eventTypes[0] INVALID_VALUE")]
    [InlineData("""{"url":"https://hooks.example.com","eventTypes":["user.*","us*"]}""", "eventTypes[1] INVALID_FORMAT")]
    [InlineData("""{"url":"https://hooks.example.com","eventTypes":["account.*"]}""", "eventTypes[0] INVALID_VALUE")]
    [InlineData("""{"url":"https://hooks.example.com","eventTypes":[null]}""", "eventTypes[0] REQUIRED")]
    [InlineData("""{"url":"https://hooks.example.com","secret":"whsec_"}""", "secret UNKNOWN_FIELD")]
    public async Task Invalid_fields_are_rejected_by_name(string body, string error) =>
        (await api.SendAsync(ApiFixture.Admin, "POST", WebhooksApi.Webhooks, body)).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal(error);

    [Fact]
    public async Task An_organization_has_twenty_endpoints_at_most()
    {
        (await api.SendAsync(ApiFixture.OtherAdmin, "POST", WebhooksApi.Webhooks, new { url = Url })).Expect(HttpStatusCode.Created);
        await api.ExecuteAsync(
            """
            insert into webhooks.webhook_endpoints (id, organization_id, url, event_types, status, livemode, encrypted_secret, version, created_at, updated_at)
            select gen_random_uuid(), organization_id, url, event_types, status, livemode, encrypted_secret, 1, created_at, updated_at
            from webhooks.webhook_endpoints, generate_series(1, 19)
            where organization_id = (select organization_id from users.users where email = 'admin@globex.test' limit 1)
            """);
        (await api.SendAsync(ApiFixture.OtherAdmin, "POST", WebhooksApi.Webhooks, new { url = Url })).ExpectRefusal(
            HttpStatusCode.Conflict, "CONFLICT", "WEBHOOK_LIMIT", "An organization can have 20 webhook endpoints: delete one that is not used any more");
    }

    [Fact]
    public async Task Another_organization_neither_sees_nor_changes_an_endpoint()
    {
        var (path, _) = await api.CreateAsync(Url);
        foreach (var (method, target) in new[]
                 {
                     ("GET", path), ("PATCH", path), ("DELETE", path), ("POST", $"{path}/rotate-secret"), ("POST", $"{path}/test"), ("GET", $"{path}/deliveries"),
                 })
        {
            (await api.SendAsync(ApiFixture.OtherAdmin, method, target, method == "PATCH" ? "{}" : null)).Expect(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_key_needs_the_right_to_read_events_for_what_tells_events()
    {
        var (path, _) = await api.CreateAsync(Url);
        var (manages, reads) = (await KeyAsync("webhooks:manage"), await KeyAsync("webhooks:read"));
        (await api.SendWithTokenAsync(manages, "POST", WebhooksApi.Webhooks, new { url = Url })).Expect(HttpStatusCode.Forbidden).Body.GetRawText().Should().Contain("INSUFFICIENT_SCOPE");
        (await api.SendWithTokenAsync(manages, "PATCH", path, """{"description":"x"}""")).Expect(HttpStatusCode.Forbidden);
        (await api.SendWithTokenAsync(manages, "POST", $"{path}/deliveries/dlv_01h455vb4pex5vsknk084sn02q/redeliver")).Expect(HttpStatusCode.Forbidden);
        (await api.SendWithTokenAsync(reads, "GET", $"{path}/deliveries")).Expect(HttpStatusCode.Forbidden);
        (await api.SendWithTokenAsync(reads, "GET", path)).Expect(HttpStatusCode.OK);

        var both = await KeyAsync("webhooks:manage", "webhooks:read", "events:read");
        (await api.SendWithTokenAsync(both, "POST", WebhooksApi.Webhooks, new { url = Url })).Expect(HttpStatusCode.Created);
        (await api.SendWithTokenAsync(both, "GET", $"{path}/deliveries")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Members_have_nothing_to_do_with_them()
    {
        foreach (var email in new[] { ApiFixture.Member, ApiFixture.Viewer })
        {
            (await api.SendAsync(email, "GET", WebhooksApi.Webhooks)).Expect(HttpStatusCode.Forbidden);
            (await api.SendAsync(email, "POST", WebhooksApi.Webhooks, new { url = Url })).Expect(HttpStatusCode.Forbidden);
        }
    }

    private async Task<string> KeyAsync(params string[] scopes) =>
        (await api.SendAsync(ApiFixture.Admin, "POST", "/api/v1/api-keys", new { name = "Scoped", scopes })).Expect(HttpStatusCode.Created).Text("data.attributes.key")!;

    private static IEnumerable<string?> Strings(JsonElement list) => list.EnumerateArray().Select(item => item.GetString());
}
