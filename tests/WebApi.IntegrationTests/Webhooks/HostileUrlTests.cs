using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>No form of an address leads an endpoint to this machine or its network.</summary>
[Trait("Requirement", "R258")]
public sealed class HostileUrlTests(WebhooksApi api) : IClassFixture<WebhooksApi>
{
    [Theory]
    [MemberData(nameof(HostileUrls.All), MemberType = typeof(HostileUrls))]
    public async Task A_hostile_form_is_refused(string url) =>
        (await api.SendAsync(ApiFixture.Admin, "POST", WebhooksApi.Webhooks, new { url })).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("url INVALID_FORMAT");

    [Theory]
    [MemberData(nameof(HostileUrls.All), MemberType = typeof(HostileUrls))]
    public async Task A_hostile_form_that_is_stored_is_not_sent_to(string url)
    {
        var (path, _) = await api.CreateAsync("https://hooks.example.com/", "post.*");
        await api.ExecuteAsync($"update webhooks.webhook_endpoints set url = '{url}' where deleted_at is null");
        (await api.SendAsync(ApiFixture.Admin, "POST", $"{path}/test")).Expect(HttpStatusCode.Accepted);
        await Probe.UntilAsync("it is refused", async () => (await api.GetAsync(ApiFixture.Admin, $"{path}/deliveries")).Body.GetRawText()
            .Contains("This address is none that the service connects to.", StringComparison.Ordinal));
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("93.184.215.14", "127.0.0.1")]
    [InlineData("93.184.215.14", "::1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fd00::1")]
    [InlineData("168.63.129.16")]
    [InlineData("fd00:ec2::254")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001:0:a00:1::")]
    [InlineData]
    public async Task A_name_is_refused_when_any_of_its_addresses_is_not_public(params string[] addresses)
    {
        var host = $"h{Guid.NewGuid():N}.example.com";
        api.Resolver.Answer(host, addresses);
        (await api.SendAsync(ApiFixture.Admin, "POST", WebhooksApi.Webhooks, new { url = $"https://{host}/" }))
            .Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("url INVALID_FORMAT");
        var (path, _) = await api.CreateAsync("https://hooks.example.com/");
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, new { url = $"https://{host}/" }))
            .Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("url INVALID_FORMAT");
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("hooks", "Must be an absolute URL, written plainly and without credentials")]
    [InlineData("http://hooks.example.com/", "Must begin with https://")]
    [InlineData("https://hooks.example.com:22/", "Must be at port 443 or 8443")]
    [InlineData("https://10.0.0.1/", "Must name a host with a public address, as it is: no number, no dot at its end")]
    [InlineData("https://inside.example.com/", "The name of the host cannot be resolved, or has an address that is not public")]
    public async Task Each_reason_of_a_refusal_is_told(string url, string message)
    {
        api.Resolver.Answer("inside.example.com", ["10.0.0.1"]);

        (await api.SendAsync(ApiFixture.Admin, "POST", WebhooksApi.Webhooks, new { url })).Expect(HttpStatusCode.UnprocessableEntity).Text("error.details.0.message").Should().Be(message);
    }

    [Theory]
    [InlineData("https://hooks.example.com")]
    [InlineData("https://HOOKS.example.com:8443/a?b=c")]
    [InlineData("https://xn--hks-snaa.example.com/")]
    [InlineData("https://1.1.1.1/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    public async Task A_public_https_address_is_taken(string url)
    {
        var (path, _) = await api.CreateAsync(url);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }
}
