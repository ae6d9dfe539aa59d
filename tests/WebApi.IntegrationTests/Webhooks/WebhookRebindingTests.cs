using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

[Trait("Requirement", "R258")]
public sealed class WebhookRebindingTests(WebhooksApi api) : IClassFixture<WebhooksApi>
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("93.184.215.14", "10.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("168.63.129.16")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a00:1::")]
    public async Task A_name_that_becomes_an_address_of_the_inside_is_not_connected_to(params string[] addresses)
    {
        var host = $"h{Guid.NewGuid():N}.example.com";
        api.Resolver.Answer(host, ["93.184.215.14"], addresses);
        var (path, _) = await api.CreateAsync($"https://{host}/hook", "post.*");
        (await api.SendAsync(ApiFixture.Admin, "POST", $"{path}/test")).Expect(HttpStatusCode.Accepted);

        await Probe.UntilAsync("it is refused", async () => (await api.GetAsync(ApiFixture.Admin, $"{path}/deliveries")).Body.GetRawText()
            .Contains("This address is none that the service connects to.", StringComparison.Ordinal));
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
    }
}
