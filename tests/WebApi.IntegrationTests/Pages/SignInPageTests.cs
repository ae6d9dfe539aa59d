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
        page.Body.Should().Contain("role=\"alert\" tabindex=\"-1\" autofocus").And.Contain("Invalid email or password.").And.Contain("<title>Error: Sign in");
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
