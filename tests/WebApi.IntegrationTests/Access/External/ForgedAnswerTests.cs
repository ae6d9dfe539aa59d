using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>Responses that a malicious provider or an attacker in between could forge.</summary>
public sealed class ForgedAnswerTests(ExternalApi api) : IClassFixture<ExternalApi>
{
    [Theory]
    [Trait("Requirement", "R118")]
    [InlineData("nonce")]
    [InlineData("no-nonce")]
    [InlineData("aud")]
    [InlineData("azp")]
    [InlineData("iss")]
    [InlineData("expired")]
    [InlineData("no-exp")]
    [InlineData("sub")]
    [InlineData("none")]
    [InlineData("key")]
    [InlineData("no-id-token")]
    [InlineData("no-json")]
    [InlineData("redirect")]
    [InlineData("answering-issuer")]
    [InlineData("no-answering-issuer")]
    public async Task A_forged_response_is_detected_and_creates_no_session(string fault)
    {
        using var browser = new Browser(api);
        using var response = await AnswerAsync(browser, fault);
        (response.StatusCode, response.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, "/auth/error?code=provider_error"));
        AuthApi.Cookies(response).Should().BeEmpty();
        (await api.ScalarAsync<long>("select count(*) from access.external_identities where subject = 'forged'")).Should().Be(0);
    }

    [Fact]
    [Trait("Requirement", "R65")]
    public async Task An_oversized_response_is_not_read_to_its_end()
    {
        using var browser = new Browser(api);
        using var response = await AnswerAsync(browser, "large");
        (response.StatusCode, (await response.JsonAsync()).Text("error.code")).Should().Be((HttpStatusCode.BadGateway, "UPSTREAM_ERROR"));
    }

    [Theory]
    [InlineData("text-verified", "texted@forger.test")]
    [InlineData("new-key", "rotated@forger.test")]
    public async Task An_unusual_but_valid_response_is_accepted(string what, string email)
    {
        using var browser = new Browser(api);
        // The previous keys are cached.
        using var before = await AnswerAsync(browser, "nonce");
        api.Clock.Advance(TimeSpan.FromSeconds(31));
        using var response = await AnswerAsync(browser, what);
        response.Headers.Location!.OriginalString.Should().Be("/auth/signed-in");
        (await browser.MeAsync())!.Value.Text("data.attributes.email").Should().Be(email);
    }

    private static async Task<HttpResponseMessage> AnswerAsync(Browser browser, string fault) =>
        await browser.ReturnAsync(await browser.ThroughAsync(Browser.With(await browser.BeginAsync("forger"), "fault", fault)));
}
