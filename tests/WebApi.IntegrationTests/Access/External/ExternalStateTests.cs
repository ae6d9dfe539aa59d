using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>A provider's callback is bound to one sign-in in one browser, accepted once, for ten minutes.</summary>
[Trait("Requirement", "R118")]
public sealed class ExternalStateTests(ExternalApi api) : IClassFixture<ExternalApi>
{
    private const string Mismatch = "/auth/error?code=state_mismatch";

    [Fact]
    public async Task A_callback_with_another_state_is_rejected()
    {
        using var browser = new Browser(api);
        var callback = await AnswerAsync(browser, "google", "state@newcomer.test");
        var state = QueryHelpers.ParseQuery(callback.Query)["state"].ToString();
        await ShouldEndAsync(browser, new Uri(callback.AbsoluteUri.Replace(state, "tok_" + new string('A', 43), StringComparison.Ordinal)), Mismatch);
        await ShouldEndAsync(browser, new Uri(callback.AbsoluteUri.Replace($"state={state}", "x=y", StringComparison.Ordinal)), Mismatch);
        // Neither has consumed the state.
        await ShouldEndAsync(browser, callback, "/auth/signed-in");
    }

    [Fact]
    public async Task A_callback_in_another_browser_is_rejected_and_consumes_the_state()
    {
        using var browser = new Browser(api);
        using var victim = new Browser(api);
        var callback = await AnswerAsync(browser, "google", "attacker@newcomer.test");
        await ShouldEndAsync(victim, callback, Mismatch);
        (await victim.MeAsync()).Should().BeNull();
        await ShouldEndAsync(browser, callback, Mismatch);
    }

    [Fact]
    public async Task A_callback_in_a_browser_with_another_sign_in_is_rejected()
    {
        using var browser = new Browser(api);
        using var victim = new Browser(api);
        await victim.BeginAsync("google");
        await ShouldEndAsync(victim, await AnswerAsync(browser, "google", "attacker2@newcomer.test"), Mismatch);
    }

    [Fact]
    public async Task A_sign_in_begins_at_the_host_that_the_provider_sends_the_browser_back_to()
    {
        using var browser = new Browser(api);
        using var elsewhere = await browser.GetAsync("/api/auth/external/google?returnUrl=%2Fwelcome%3Ftour%3D1", host: "localhost:5080");
        (elsewhere.StatusCode, elsewhere.Headers.Location!.OriginalString)
            .Should().Be((HttpStatusCode.Found, "http://127.0.0.1:5080/api/auth/external/google?returnUrl=%2Fwelcome%3Ftour%3D1"));
        AuthApi.Cookies(elsewhere).Should().BeEmpty("the browser would not send it back");
        using var begun = await browser.GetAsync(elsewhere.Headers.Location.PathAndQuery);
        using var signedIn = await browser.ReturnAsync(await browser.ThroughAsync(Browser.As(begun.Headers.Location!, "moved@newcomer.test")));
        signedIn.Headers.Location!.OriginalString.Should().Be("/welcome?tour=1");
    }

    [Fact]
    public async Task A_callback_is_accepted_once()
    {
        using var browser = new Browser(api);
        var callback = await AnswerAsync(browser, "google", "once@newcomer.test");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => browser.ReturnAsync(callback)));
        answers.Select(answer => answer.Headers.Location!.OriginalString).Order().Should().Equal(Mismatch, Mismatch, Mismatch, Mismatch, "/auth/signed-in");
    }

    [Fact]
    public async Task A_callback_of_one_provider_is_rejected_for_another()
    {
        using var browser = new Browser(api);
        var callback = await AnswerAsync(browser, "google", "mixed@newcomer.test");
        await ShouldEndAsync(browser, new Uri(callback.AbsoluteUri.Replace("/google/", "/partner/", StringComparison.Ordinal)), Mismatch);
    }

    [Fact]
    public async Task Two_tabs_of_a_browser_do_not_disturb_each_other()
    {
        using var browser = new Browser(api);
        var first = await AnswerAsync(browser, "google", "tabs@newcomer.test");
        await browser.BeginAsync("partner");
        await ShouldEndAsync(browser, first, "/auth/signed-in");
    }

    private static async Task<Uri> AnswerAsync(Browser browser, string provider, string email) =>
        await browser.ThroughAsync(Browser.As(await browser.BeginAsync(provider), email));

    private static async Task ShouldEndAsync(Browser browser, Uri callback, string location)
    {
        using var response = await browser.ReturnAsync(callback);
        (response.StatusCode, response.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, location));
    }
}
