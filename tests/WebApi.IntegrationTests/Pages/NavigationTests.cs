namespace CleanApi.WebApi.IntegrationTests.Pages;

/// <summary>Somebody who is not signed in: a person's browser is led to the sign-in page, a program gets 401.</summary>
public sealed class NavigationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/api/v1/me", "/auth/signin?returnUrl=%2Fapi%2Fv1%2Fme")]
    [InlineData("/api/v1/users?limit=1&search=a%20b", "/auth/signin?returnUrl=%2Fapi%2Fv1%2Fusers%3Flimit%3D1%26search%3Da%2520b")]
    [InlineData("/auth/signed-in", "/auth/signin?returnUrl=%2Fauth%2Fsigned-in")]
    [Trait("Requirement", "R203")]
    public async Task A_navigation_is_redirected_to_the_sign_in_page_and_back(string address, string expected)
    {
        using var browser = new Browser(api);

        var answer = await browser.GoAsync(address);

        (answer.Status, answer.Header("Location"), answer.Header("Vary")).Should().Be((302, expected, "Accept"));
        var page = await browser.GoAsync(expected);
        page.Body.Should().Contain("name=\"returnUrl\" value=\"/a");
    }

    [Fact]
    [Trait("Requirement", "R203")]
    public async Task An_invalid_cookie_is_treated_as_missing()
    {
        using var browser = new Browser(api);
        browser.Cookies["access_token"] = "forged";

        (await browser.GoAsync("/auth/signed-in")).Header("Location").Should().Be("/auth/signin?returnUrl=%2Fauth%2Fsigned-in");
    }

    [Fact]
    [Trait("Requirement", "R203")]
    public async Task A_session_that_ended_meanwhile_leads_there_too()
    {
        using var browser = new Browser(api);
        await browser.SignInAsync(ApiFixture.Viewer);
        using var client = api.CreateClient(browser.Cookies["access_token"]);
        (await client.PostAsync("/api/auth/logout", null)).Dispose();

        (await browser.GoAsync("/auth/signed-in")).Header("Location").Should().Be("/auth/signin");
    }

    [Theory]
    [InlineData("Accept", "application/json")]
    [InlineData("Accept", "*/*")]
    [InlineData("Accept", "application/json, text/html")]
    [InlineData("Accept", "text/html;q=0, */*")]
    [InlineData("Accept", "application/problem+json")]
    [InlineData("Sec-Fetch-Mode", "cors")]
    [InlineData("Sec-Fetch-Mode", "no-cors")]
    [InlineData("Authorization", "Bearer forged")]
    [Trait("Requirement", "R203")]
    public async Task A_program_gets_401(string header, string value)
    {
        using var browser = new Browser(api);

        var answer = await browser.GoAsync("/api/v1/me", (header, value));

        (answer.Status, answer.Header("Location")).Should().Be((401, null));
        answer.Header("WWW-Authenticate").Should().StartWith("Bearer");
    }

    [Fact]
    public async Task Unsafe_methods_are_not_redirected()
    {
        using var browser = new Browser(api);

        (await browser.SubmitAsync("/api/auth/logout")).Status.Should().Be(401);
    }
}
