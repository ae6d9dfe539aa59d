namespace CleanApi.WebApi.IntegrationTests.Pages;

public sealed class ReauthenticatePageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Page = "/auth/reauthenticate";

    [Fact]
    [Trait("Requirement", "R247")]
    public async Task The_password_leads_back_to_what_asked_for_it()
    {
        using var browser = new Browser(api);
        await browser.SignInAsync("user01@acme.test");
        (await browser.GoAsync($"{Page}?returnUrl=/docs")).Body.Should().Contain("name=\"returnUrl\" value=\"/docs\"").And.Contain("name=\"password\"");

        var wrong = await browser.SubmitAsync(Page, ("password", "wrong"), ("code", ""), ("returnUrl", "/docs"));
        (wrong.Status, wrong.Body.Contains("<li>Password is wrong</li>")).Should().Be((422, true));
        var right = await browser.SubmitAsync(Page, ("password", ApiFixture.Password), ("code", ""), ("returnUrl", "/docs"));
        (right.Status, right.Header("Location")).Should().Be((303, "/docs"));
        var nowhere = await browser.SubmitAsync(Page, ("password", ApiFixture.Password), ("returnUrl", "//evil.test/"));
        nowhere.Header("Location").Should().Be("/auth/signed-in");
    }

    [Fact]
    public async Task Who_is_not_signed_in_signs_in()
    {
        using var browser = new Browser(api);
        var asked = await browser.GoAsync($"{Page}?returnUrl=/docs");
        (asked.Status, asked.Header("Location")).Should().Be((302, "/auth/signin?returnUrl=%2Fauth%2Freauthenticate%3FreturnUrl%3D%2Fdocs"));
    }

    [Fact]
    public async Task Whose_session_has_ended_signs_in()
    {
        using var browser = new Browser(api);
        await browser.SignInAsync("user02@acme.test");
        await api.ExecuteAsync("update access.sessions set revoked_at = now(), revoked_reason = 'SIGNED_OUT' where revoked_at is null");
        var sent = await browser.SubmitAsync(Page, ("password", ApiFixture.Password), ("returnUrl", "/docs"));
        (sent.Status, sent.Header("Location")).Should().Be((303, "/auth/signin?returnUrl=%2Fdocs"));
    }
}
