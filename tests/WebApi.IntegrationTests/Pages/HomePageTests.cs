using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Pages;

public sealed partial class HomePageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_browser_gets_a_page_whose_links_all_lead_somewhere()
    {
        using var browser = new Browser(api);

        var page = await browser.GoAsync("/");

        (page.Status, page.Header("Content-Type"), page.Header("Vary")).Should().Be((200, "text/html; charset=utf-8", "Accept"));
        foreach (var address in new[] { "/auth/signin", "/auth/register", "/docs", "/openapi/v1.json", "/docs/errors" })
        {
            page.Body.Should().Contain($"href=\"{address}\"");
            (await browser.GoAsync(address)).Status.Should().BeOneOf([200, 301, 302], address);
        }
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/auth/signin", 200)]
    [InlineData("/nothing", 404)]
    public async Task Whoever_is_signed_in_is_led_to_where_they_sign_out(string path, int status)
    {
        using var browser = new Browser(api);
        (await browser.GoAsync(path)).Body.Should().NotContain("href=\"/auth/signed-in\"");
        await browser.SubmitAsync("/auth/signin", ("email", ApiFixture.Member), ("password", ApiFixture.Password));

        var page = await browser.GoAsync(path);

        page.Status.Should().Be(status);
        page.Body.Should().Contain("href=\"/auth/signed-in\"");
    }

    [Fact]
    public async Task The_page_of_a_code_that_does_not_exist_links_the_list_of_codes()
    {
        using var browser = new Browser(api);

        var page = await browser.GoAsync("/docs/errors/NOPE");

        page.Status.Should().Be(404);
        page.Body.Should().Contain("href=\"/docs/errors\"");
        (await browser.GoAsync("/nothing")).Body.Should().NotContain("href=\"/docs/errors\"");
    }

    [Fact]
    public async Task A_program_gets_the_links_as_json()
    {
        using var browser = new Browser(api);
        foreach (var (name, expected) in new[] { ("documentation", "/docs"), ("openApi", "/openapi/v1.json"), ("errors", "/docs/errors"), ("signIn", "/auth/signin"), ("health", "/health/ready") })
        {
            var home = await HomeAsync();
            home.Json.Text($"links.{name}").Should().Be(expected);
            (await browser.GoAsync(expected, ("Accept", "*/*"))).Status.Should().BeOneOf([200, 301, 302], expected);
        }

        foreach (var link in (await HomeAsync()).Json.At("links").EnumerateObject())
        {
            (await browser.GoAsync(link.Value.GetString()!, ("Accept", "*/*"))).Status.Should().BeOneOf([200, 301, 302], link.Name);
        }

        (await HomeAsync()).Json.Text("meta.requestId").Should().StartWith("req_");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/docs/errors")]
    [InlineData("/docs/errors/NOT_FOUND")]
    public async Task A_page_names_its_icon(string path)
    {
        using var browser = new Browser(api);

        var icon = Icon().Match((await browser.GoAsync(path)).Body).Groups["address"].Value;

        (await browser.GoAsync(System.Net.WebUtility.HtmlDecode(icon))).Header("Content-Type").Should().StartWith("image/svg+xml");
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/favicon.ico")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/docs/nothing")]
    public async Task An_address_that_does_not_exist_is_a_page_for_people_and_json_for_programs(string path)
    {
        using var browser = new Browser(api);

        var page = await browser.GoAsync(path);
        (page.Status, page.Header("Content-Type")).Should().Be((404, "text/html; charset=utf-8"));
        page.Header("Vary")!.Split(", ").Should().Contain("Accept");
        page.Body.Should().Contain("<h1>Page not found</h1>").And.Contain("href=\"/\"").And.Contain(page.RequestId);

        foreach (var accept in new[] { "application/json", "*/*", "application/problem+json" })
        {
            (await browser.GoAsync(path, ("Accept", accept))).Header("Content-Type").Should().Contain("json");
        }
    }

    private async Task<Http.Answer> HomeAsync()
    {
        using var browser = new Browser(api);
        var answer = await browser.GoAsync("/", ("Accept", "*/*"));
        (answer.Status, answer.Header("Content-Type")).Should().Be((200, "application/json; charset=utf-8"));
        return answer;
    }

    [GeneratedRegex("<link rel=\"icon\"[^>]* href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Icon();
}
