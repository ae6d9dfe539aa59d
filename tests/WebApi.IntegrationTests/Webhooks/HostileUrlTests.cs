using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>No form of an address leads an endpoint to this machine or its network.</summary>
[Trait("Requirement", "R258")]
public sealed class HostileUrlTests(WebhooksApi api) : IClassFixture<WebhooksApi>
{
    [Theory]
    [InlineData("http://hooks.example.com/")]
    [InlineData("ftp://hooks.example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://hooks.example.com/")]
    [InlineData("https://user@hooks.example.com/")]
    [InlineData("https://user:pass@hooks.example.com/")]
    [InlineData("https://hooks.example.com@127.0.0.1/")]
    [InlineData("https://hooks.example.com:22/")]
    [InlineData("https://hooks.example.com:80/")]
    [InlineData("https://hooks.example.com:5432/")]
    [InlineData("https://hooks.example.com:0/")]
    [InlineData("https://hooks.example.com./")]
    [InlineData("https://localhost/")]
    [InlineData("https://a.localhost/")]
    [InlineData("https://intranet/")]
    [InlineData("https://db.internal/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://2130706433/")]
    [InlineData("https://134744072/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0x8.0x8.0x8.0x8/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://010.8.8.8/")]
    [InlineData("https://0/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://192.0.0.1/")]
    [InlineData("https://192.0.2.1/")]
    [InlineData("https://192.168.0.1/")]
    [InlineData("https://198.18.0.1/")]
    [InlineData("https://198.51.100.1/")]
    [InlineData("https://203.0.113.1/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::127.0.0.1]/")]
    [InlineData("https://[fc00::1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[fec0::1]/")]
    [InlineData("https://[ff02::1]/")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    [InlineData("https://%31%32%37.0.0.1/")]
    [InlineData("https://hooks.example.com%2f@127.0.0.1/")]
    [InlineData(@"https://hooks.example.com\@127.0.0.1/")]
    [InlineData("https://①②⑦.⓪.⓪.①/")]
    [InlineData("https://hooks.example.com/\r\nX: y")]
    public async Task A_hostile_form_is_refused(string url) =>
        (await api.SendAsync(ApiFixture.Admin, "POST", WebhooksApi.Webhooks, new { url })).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("url INVALID_FORMAT");

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("93.184.215.14", "127.0.0.1")]
    [InlineData("93.184.215.14", "::1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fd00::1")]
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
    [InlineData("https://hooks.example.com")]
    [InlineData("https://HOOKS.example.com:8443/a?b=c")]
    [InlineData("https://1.1.1.1/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    public async Task A_public_https_address_is_taken(string url)
    {
        var (path, _) = await api.CreateAsync(url);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }
}
