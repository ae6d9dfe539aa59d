using System.Net;
using CleanApi.Infrastructure.Outbound;
using CleanApi.WebApi.IntegrationTests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>What a provider says of itself leads to no other server of this machine or its network than the one that the operator has named.</summary>
[Trait("Requirement", "R258")]
public sealed class ProviderAddressTests(ExternalApi api) : IClassFixture<ExternalApi>
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("http://169.254.169.254/keys")]
    [InlineData("https://169.254.169.254/keys")]
    [InlineData("https://10.0.0.1/keys")]
    [InlineData("https://[::ffff:127.0.0.1]/keys")]
    [InlineData("https://localhost/keys")]
    [InlineData("https://127.0.0.1:8443/keys")]
    [InlineData("https://keys.example.com:5432/keys")]
    [InlineData("https://user@keys.example.com/keys")]
    public async Task A_provider_cannot_have_its_keys_read_at_an_address_of_our_network(string keys) => await ShouldBeRefusedAsync(keys);

    [Fact]
    public async Task Another_server_of_this_machine_is_not_asked()
    {
        await using var inside = await WebhookReceiver.StartAsync();
        await ShouldBeRefusedAsync(inside.Url);
        inside.All.Should().BeEmpty();
    }

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("93.184.215.14", "127.0.0.1")]
    public async Task A_name_is_not_connected_to_when_any_of_its_addresses_is_not_public(params string[] addresses)
    {
        var resolver = (TestResolver)api.Services.GetRequiredService<IHostResolver>();
        var host = $"h{Guid.NewGuid():N}.example.com";
        resolver.Answer(host, addresses);
        await ShouldBeRefusedAsync($"https://{host}/keys");
        resolver.Asked[host].Should().Be(1, "it is refused, and not tried again");
    }

    private async Task ShouldBeRefusedAsync(string keys)
    {
        using var browser = new Browser(api);
        // What it says of itself is kept for a day, and its breaker is open for a quarter of a minute.
        api.Clock.Advance(TimeSpan.FromDays(1));
        (await Http.GetStringAsync($"{api.Forger.Origin}/become?mode=inward&keys={Uri.EscapeDataString(keys)}")).Should().NotBeEmpty();
        using var response = await browser.GetAsync("/api/auth/external/forger");
        (response.StatusCode, (await response.JsonAsync()).Text("error.code")).Should().Be((HttpStatusCode.BadGateway, "UPSTREAM_ERROR"));
    }
}
