using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>Failing providers; each test advances the clock until the circuit breaker closes again.</summary>
[Trait("Requirement", "R65")]
public sealed class ProviderOutageTests(ExternalApi api) : IClassFixture<ExternalApi>, IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    public async Task InitializeAsync()
    {
        await BecomeAsync("ok");
        api.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_502()
    {
        using var browser = new Browser(api);
        using var response = await InTimeAsync(browser.GetAsync("/api/auth/external/nobody"));
        await ShouldBeAsync(response, HttpStatusCode.BadGateway, "UPSTREAM_ERROR");
    }

    [Fact]
    [Trait("Requirement", "R118")]
    public async Task A_browser_gets_the_error_page_with_the_same_status()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(api.Anonymous.BaseAddress!, "/api/auth/external/nobody"));
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        using var response = await InTimeAsync(Http.SendAsync(request));
        (response.StatusCode, response.Content.Headers.ContentType!.MediaType).Should().Be((HttpStatusCode.BadGateway, "text/html"));
        (await response.Content.ReadAsStringAsync()).Should().Contain("The provider did not answer");
    }

    [Fact]
    public async Task A_provider_that_fails_when_the_code_is_exchanged_is_502_and_the_code_is_sent_once()
    {
        using var browser = new Browser(api);
        var callback = await browser.ThroughAsync(await browser.BeginAsync("forger"));
        await BecomeAsync("down");
        var before = await AskedAsync();
        using var response = await browser.ReturnAsync(callback);
        await ShouldBeAsync(response, HttpStatusCode.BadGateway, "UPSTREAM_ERROR");
        AuthApi.Cookies(response).Should().BeEmpty();
        (await AskedAsync() - before).Should().Be(1);
    }

    [Fact]
    public async Task A_provider_timeout_is_504()
    {
        using var browser = new Browser(api);
        var callback = await browser.ThroughAsync(await browser.BeginAsync("forger"));
        await BecomeAsync("slow");
        var before = await AskedAsync();
        var answering = browser.ReturnAsync(callback);
        await Probe.UntilAsync("it is asked", async () => await AskedAsync() > before);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        using var response = await answering;
        await ShouldBeAsync(response, HttpStatusCode.GatewayTimeout, "UPSTREAM_TIMEOUT");
    }

    [Fact]
    public async Task What_is_only_read_is_asked_for_again()
    {
        using var browser = new Browser(api);
        // What it says of itself is known by now for a day, and is to be asked again.
        api.Clock.Advance(TimeSpan.FromDays(1));
        await BecomeAsync("stumbling");
        using var response = await InTimeAsync(browser.GetAsync("/api/auth/external/forger"));
        response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_provider_that_keeps_failing_is_left_alone_for_a_while()
    {
        using var browser = new Browser(api);
        // The cached discovery document is a day old and must be reloaded.
        api.Clock.Advance(TimeSpan.FromDays(1));
        await BecomeAsync("down");
        for (var i = 0; i < 4; i++)
        {
            using var failed = await InTimeAsync(browser.GetAsync("/api/auth/external/forger"));
            failed.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        }

        var before = await AskedAsync();
        using var refused = await browser.GetAsync("/api/auth/external/forger");
        refused.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        (await AskedAsync()).Should().Be(before, "the breaker is open");
        using var other = await browser.GetAsync("/api/auth/external/google");
        other.StatusCode.Should().Be(HttpStatusCode.Found, "a server's breaker is its own");

        await BecomeAsync("ok");
        api.Clock.Advance(TimeSpan.FromSeconds(16));
        using var response = await browser.GetAsync("/api/auth/external/forger");
        response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    // Lets time pass about as fast as it does: between tries the program waits.
    private async Task<HttpResponseMessage> InTimeAsync(Task<HttpResponseMessage> answering)
    {
        await Probe.UntilAsync("it is answered", () =>
        {
            api.Clock.Advance(TimeSpan.FromMilliseconds(20));
            return answering.IsCompleted;
        });
        return await answering;
    }

    private async Task<int> AskedAsync() => await BecomeAsync(mode: null);

    private async Task<int> BecomeAsync(string? mode)
    {
        var text = await Http.GetStringAsync($"{api.Forger.Origin}/become{(mode is null ? "" : $"?mode={mode}")}");
        using var json = System.Text.Json.JsonDocument.Parse(text);
        return json.RootElement.GetProperty("asked").GetInt32();
    }

    private static async Task ShouldBeAsync(HttpResponseMessage response, HttpStatusCode status, string code) =>
        (response.StatusCode, (await response.JsonAsync()).Text("error.code")).Should().Be((status, code));
}
