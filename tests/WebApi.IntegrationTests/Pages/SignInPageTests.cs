using CleanApi.WebApi.Pages;

namespace CleanApi.WebApi.IntegrationTests.Pages;

public sealed class SignInPageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R117")]
    public async Task Signing_in_sets_the_session_s_cookies_and_leads_on()
    {
        using var browser = new Browser(api);

        var answer = await browser.SubmitAsync("/auth/signin", ("email", ApiFixture.Member), ("password", ApiFixture.Password));

        (answer.Status, answer.Header("Location")).Should().Be((303, "/auth/signed-in"));
        browser.Cookies.Keys.Should().BeEquivalentTo("access_token", "refresh_token");
        answer.Header("Set-Cookie").Should().Contain("httponly").And.Contain("samesite=lax");
        var page = await browser.GoAsync("/auth/signed-in");
        page.Body.Should().Contain(ApiFixture.Member).And.Contain("Sign out");
    }

    [Theory]
    [InlineData(ApiFixture.Member, "wrong")]
    [InlineData("nobody@acme.test", ApiFixture.Password)]
    public async Task Whatever_is_wrong_the_page_says_the_same_aloud_and_keeps_no_password(string email, string password)
    {
        using var browser = new Browser(api);

        var page = await browser.SubmitAsync("/auth/signin", ("email", email), ("password", password), ("returnUrl", "/docs"));

        page.Status.Should().Be(401);
        page.Header("WWW-Authenticate").Should().StartWith("Bearer");
        page.Body.Should().Contain("id=\"problem\" role=\"alert\" tabindex=\"-1\"><p>Invalid email or password.").And.Contain("<title>Error: Sign in");
        page.Body.Should().MatchRegex("<input id=\"email\"[^>]* aria-describedby=\"problem\" aria-invalid=\"true\"");
        page.Body.Should().MatchRegex("<input id=\"password\"[^>]* aria-describedby=\"problem\" aria-invalid=\"true\" autofocus", "it has to be typed again");
        page.Body.Should().Contain($"value=\"{email}\"").And.Contain("name=\"returnUrl\" value=\"/docs\"").And.NotContain(password);
        browser.Cookies.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wrong_field_says_what_is_wrong_with_it_and_gets_the_focus()
    {
        using var browser = new Browser(api);

        var page = await browser.SubmitAsync("/auth/signin", ("email", "<b>nobody"), ("password", "x"));

        page.Status.Should().Be(422);
        page.Body.Should().Contain("<li>Invalid email format</li>").And.Contain("id=\"email-error\"").And.NotContain("<b>nobody");
        page.Body.Should().MatchRegex("<input id=\"email\"[^>]* aria-describedby=\"email-error\" aria-invalid=\"true\" autofocus");
        page.Body.Should().MatchRegex("role=\"alert\" tabindex=\"-1\"><p>Please correct what is marked below.");
    }

    [Fact]
    public async Task Whoever_has_to_wait_is_told_how_long_and_keeps_what_was_typed()
    {
        using var browser = new Browser(api);
        Http.Answer page = null!;
        for (var i = 0; i < 6; i++)
        {
            page = await browser.SubmitAsync("/auth/signin", ("email", "guessed@pages.test"), ("password", "wrong"), ("returnUrl", "/docs"));
        }

        page.Status.Should().Be(429);
        var seconds = int.Parse(page.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture);
        page.Body.Should().Contain($"There were too many attempts. Wait {WaitingTime.Of(TimeSpan.FromSeconds(seconds))}, then try again.")
            .And.Contain("value=\"guessed@pages.test\"").And.Contain("name=\"returnUrl\" value=\"/docs\"");
    }

    [Theory]
    [InlineData(0.2, "1 second")]
    [InlineData(59.1, "60 seconds")]
    [InlineData(90, "90 seconds")]
    [InlineData(91, "2 minutes")]
    [InlineData(3600, "60 minutes")]
    [InlineData(5401, "2 hours")]
    public void A_time_to_wait_is_rounded_up(double seconds, string text) => WaitingTime.Of(TimeSpan.FromSeconds(seconds)).Should().Be(text);

    [Fact]
    public async Task Address_and_return_address_are_carried_along()
    {
        using var browser = new Browser(api);

        var page = await browser.GoAsync("/auth/signin?email=ada%40acme.test&returnUrl=/docs");

        page.Body.Should().Contain("value=\"ada@acme.test\"").And.Contain("autocomplete=\"username webauthn\"")
            .And.Contain("href=\"/auth/forgot-password?email=ada%40acme.test&amp;returnUrl=%2Fdocs\"")
            .And.Contain("href=\"/auth/register?email=ada%40acme.test&amp;returnUrl=%2Fdocs\"");
        (await browser.GoAsync("/auth/forgot-password?email=ada%40acme.test&returnUrl=/docs")).Body.Should().Contain("value=\"ada@acme.test\"")
            .And.Contain("href=\"/auth/signin?email=ada%40acme.test&amp;returnUrl=%2Fdocs\"");
    }

    [Fact]
    public async Task Whoever_has_signed_in_can_go_on_as_they_are_or_as_somebody_else()
    {
        using var browser = new Browser(api);
        await browser.SignInAsync(ApiFixture.Viewer);

        var page = await browser.GoAsync("/auth/signin?returnUrl=/docs");
        page.Body.Should().Contain("href=\"/docs\">Continue as Acme Viewer</a>").And.Contain("Viewer in Acme").And.Contain("name=\"password\"");

        (await browser.SubmitAsync("/auth/signin", ("email", ApiFixture.Member), ("password", ApiFixture.Password))).Status.Should().Be(303);
        (await browser.GoAsync("/auth/signin")).Body.Should().Contain("Continue as Acme Member");
    }

    [Fact]
    public async Task A_session_that_has_ended_is_not_offered_and_hinders_nobody()
    {
        using var browser = new Browser(api);
        await browser.SignInAsync("user03@acme.test");
        await api.ExecuteAsync(
            "update access.sessions set revoked_at = now(), revoked_reason = 'SIGNED_OUT' where user_id = (select id from users.users where email = 'user03@acme.test')");

        (await browser.GoAsync("/auth/signin")).Body.Should().NotContain("Continue as").And.Contain("name=\"password\"");
        await browser.SignInAsync("user03@acme.test");
        (await browser.GoAsync("/auth/signin")).Body.Should().Contain("Continue as");
    }

    [Theory]
    [InlineData("/docs?a=b#c", "/docs?a=b#c")]
    [InlineData("//evil.test/", "/auth/signed-in")]
    [InlineData("/\\evil.test/", "/auth/signed-in")]
    [InlineData("/\t/evil.test/", "/auth/signed-in")]
    [InlineData("https://evil.test/", "/auth/signed-in")]
    [InlineData("javascript:alert(1)", "/auth/signed-in")]
    [InlineData("evil.test", "/auth/signed-in")]
    [InlineData("/a\r\nSet-Cookie: a=b", "/auth/signed-in")]
    [InlineData("", "/auth/signed-in")]
    public async Task Afterwards_one_goes_where_one_wanted_to_go_but_never_to_another_site(string returnUrl, string expected)
    {
        using var browser = new Browser(api);

        var answer = await browser.SubmitAsync("/auth/signin", ("email", ApiFixture.Member), ("password", ApiFixture.Password), ("returnUrl", returnUrl));

        (answer.Status, answer.Header("Location")).Should().Be((303, expected));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.test")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "1")]
    [Trait("Requirement", "R109")]
    public async Task A_cross_site_request_cannot_sign_in(string header, string value)
    {
        using var browser = new Browser(api);

        var page = await browser.SubmitAsync("/auth/signin", [("email", ApiFixture.Member), ("password", ApiFixture.Password)], (header, value));

        page.Status.Should().Be(403);
        page.Body.Should().Contain("<h1>This was not allowed</h1>");
        browser.Cookies.Should().BeEmpty();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_forgets_the_cookies()
    {
        using var browser = new Browser(api);
        await browser.SignInAsync(ApiFixture.Viewer);
        using var client = api.CreateClient(browser.Cookies["access_token"]);

        var answer = await browser.SubmitAsync("/api/auth/refresh/page/signout");

        (answer.Status, answer.Header("Location")).Should().Be((303, "/auth/signin?notice=signed-out"));
        browser.Cookies.Should().BeEmpty();
        (await browser.GoAsync(answer.Header("Location")!)).Body.Should().Contain("role=\"status\"").And.Contain("You are signed out.");
        using var dead = await client.GetAsync("/api/v1/me");
        ((int)dead.StatusCode).Should().Be(401);
    }

    [Fact]
    public async Task Signing_out_is_idempotent()
    {
        using var browser = new Browser(api);

        (await browser.SubmitAsync("/api/auth/refresh/page/signout")).Header("Location").Should().Be("/auth/signin?notice=signed-out");
    }

    [Fact]
    public async Task A_cross_site_request_cannot_sign_out()
    {
        using var browser = new Browser(api);
        await browser.SignInAsync(ApiFixture.Viewer);

        (await browser.SubmitAsync("/api/auth/refresh/page/signout", [], ("Sec-Fetch-Site", "cross-site"))).Status.Should().Be(403);

        (await browser.GoAsync("/auth/signed-in")).Status.Should().Be(200);
    }
}
