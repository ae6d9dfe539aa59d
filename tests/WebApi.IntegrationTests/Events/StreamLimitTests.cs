using System.Diagnostics.Metrics;
using System.Net;
using CleanApi.Application.Common.Telemetry;
using CleanApi.WebApi.IntegrationTests.Telemetry;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>How many streams there are at a time.</summary>
public sealed class StreamLimitTests(FewStreamsApi api) : IClassFixture<FewStreamsApi>
{
    [Fact]
    public async Task An_organization_has_as_many_as_it_may_and_so_has_an_instance()
    {
        await FreeAsync();
        using var refused = new RecordedCounts(api.Services.GetRequiredService<IMeterFactory>(), MetricNames.StreamsRefused);
        await using var first = await api.FollowAsync(ApiFixture.Admin);
        await using var second = await api.FollowAsync(ApiFixture.Admin);
        (await api.SendAsync(ApiFixture.Admin, "GET", EventsApi.Stream)).Expect(HttpStatusCode.TooManyRequests).Headers.Should().ContainKey("Retry-After");
        (await HubClient.StatusAsync(api.BaseAddress, "", await CredentialAsync(ApiFixture.Admin))).Should().Be(HttpStatusCode.TooManyRequests);
        await using (await api.FollowAsync(ApiFixture.OtherAdmin))
        {
            (await HubClient.StatusAsync(api.BaseAddress, "", await CredentialAsync(ApiFixture.OtherAdmin))).Should().Be(HttpStatusCode.ServiceUnavailable);
            (await api.SendAsync(ApiFixture.OtherAdmin, "GET", EventsApi.Stream)).Expect(HttpStatusCode.ServiceUnavailable).Headers.Should().ContainKey("Retry-After");
        }

        refused[$"{MetricNames.StreamsRefused} reason=instance"].Should().Be(2, "the alert is about it");
        api.Logs.Lines.Should().NotContain(line => line.Level >= LogLevel.Error && line.Exception != null);
    }

    [Fact]
    public async Task Nobody_has_the_places_of_all_others_not_even_with_a_key()
    {
        await FreeAsync();
        var (other, key) = (await api.NewAdminAsync(), await KeyAsync());
        await using var first = await api.FollowAsync(ApiFixture.Admin);
        await using var second = await api.FollowAsync(ApiFixture.Admin);

        foreach (var credential in new[] { await api.TokenAsync(ApiFixture.Admin), key })
        {
            var refused = (await api.SendWithTokenAsync(credential, "GET", EventsApi.Stream)).Expect(HttpStatusCode.TooManyRequests);
            refused.Text("error.message").Should().Contain("close one, or try again later");
        }

        await using var theirs = await OpenStream.OpenAsync(api.CreateClient(await api.SignInAsync(other)), EventsApi.Stream);
    }

    [Fact]
    public async Task A_connection_that_ends_leaves_its_place()
    {
        var credential = await CredentialAsync(ApiFixture.OtherAdmin);
        for (var i = 0; i < 4; i++)
        {
            await Probe.UntilAsync("there is a place", async () => await HubClient.StatusAsync(api.BaseAddress, "", credential) == HttpStatusCode.SwitchingProtocols);
        }
    }

    // Whoever was there before has left.
    private Task FreeAsync() => Probe.UntilAsync("all places are free", () => api.Services.GetRequiredService<LiveCallers>().Count == 0);

    private async Task<string> KeyAsync() =>
        (await api.SendWithTokenAsync(await api.SignInAsync(ApiFixture.Admin), "POST", "/api/v1/api-keys", new { name = "Streams", scopes = new[] { "events:read" } }))
            .Expect(HttpStatusCode.Created).Text("data.attributes.key")!;

    private async Task<(string, string)> CredentialAsync(string email) => ("Authorization", $"Bearer {await api.TokenAsync(email)}");
}
