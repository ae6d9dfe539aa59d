namespace CleanApi.WebApi.IntegrationTests.Pages;

public sealed class ErrorPageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("access_denied", "Sign-in was cancelled")]
    [InlineData("state_mismatch", "This sign-in is no longer valid")]
    [InlineData("domain_refused", "This email domain is not allowed")]
    [InlineData("email_unverified", "Your email address is not verified")]
    [InlineData("account_exists", "You already have an account")]
    [InlineData("account_unavailable", "Your account is not available")]
    [InlineData("identity_in_use", "Already linked to another account")]
    [InlineData("signed_out", "You are signed out")]
    [InlineData("provider_error", "The provider could not sign you in")]
    [InlineData("provider_unavailable", "The provider did not answer")]
    [InlineData("provider_timeout", "The provider did not answer")]
    [Trait("Requirement", "R117")]
    [Trait("Requirement", "R118")]
    public async Task A_code_has_a_clear_text_and_the_request_s_id(string code, string title)
    {
        using var browser = new Browser(api);

        var page = await browser.GoAsync($"/auth/error?code={code}");

        page.Status.Should().Be(200);
        page.Body.Should().Contain($"<h1>{title}</h1>").And.Contain(page.RequestId).And.Contain("href=\"/auth/signin\"");
        page.Header("Set-Cookie").Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=")]
    [InlineData("?code=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("?code=Call%20555%200100")]
    [InlineData("?code=access_denied&code=domain_refused")]
    public async Task Another_code_gives_the_general_text_and_is_not_repeated(string query)
    {
        using var browser = new Browser(api);

        var page = await browser.GoAsync("/auth/error" + query);

        page.Status.Should().Be(200);
        page.Body.Should().Contain("<h1>Something went wrong</h1>").And.NotContain("<script").And.NotContain("alert(").And.NotContain("555 0100");
    }

    [Fact]
    public async Task An_unknown_page_is_a_page_for_people_and_json_for_programs()
    {
        using var browser = new Browser(api);

        var page = await browser.GoAsync("/auth/nothing");
        (page.Status, page.Header("Content-Type"), page.Header("Vary")).Should().Be((404, "text/html; charset=utf-8", "Accept"));
        page.Body.Should().Contain("<h1>Page not found</h1>");

        var answer = await browser.GoAsync("/auth/nothing", ("Accept", "application/json"));
        (answer.Status, answer.Code).Should().Be((404, "NOT_FOUND"));
    }

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        using var browser = new Browser(api);

        var page = await browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/auth/signin") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") },
            [("Sec-Fetch-Site", "same-origin")]);

        (page.Status, page.Header("Content-Type")).Should().Be((415, "text/html; charset=utf-8"));
    }

    [Fact]
    public async Task A_form_of_more_than_16_KiB_is_not_read()
    {
        using var browser = new Browser(api);

        var page = await browser.SubmitAsync("/auth/signin", ("email", new string('a', 17_000)));

        (page.Status, page.Header("Content-Type")).Should().Be((413, "text/html; charset=utf-8"));
    }

    [Fact]
    public async Task A_form_of_many_fields_is_not_read()
    {
        using var browser = new Browser(api);

        var page = await browser.SubmitAsync("/auth/signin", [.. Enumerable.Range(0, 100).Select(i => ($"field{i}", (string?)"a"))]);

        (page.Status, page.Header("Content-Type")).Should().Be((400, "text/html; charset=utf-8"));
    }
}
