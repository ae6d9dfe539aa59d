using System.Net;
using System.Text.RegularExpressions;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.IntegrationTests.Contract;

public sealed partial class DocsPageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Page = "/docs";

    [Fact]
    public async Task It_loads_everything_from_this_server_under_the_policy_of_every_page()
    {
        using var client = api.Anonymous;
        using var response = await client.GetAsync(Page);
        var html = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").Should().Equal(PagePolicy.Default);
        html.Should().NotContain("<style").And.NotContain(" style=").And.Contain("data-document=\"/openapi/v1.json\"").And.Contain("<title>API · CleanApi</title>");
        var sources = Source().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["url"].Value)).ToList();
        sources.Should().Contain(source => source.Contains("swagger-ui-bundle.js")).And.Contain(source => source.Contains("api.js")).And.Contain(source => source.Contains("icon.svg"));
        foreach (var source in sources)
        {
            source.Should().StartWith("/");
            (await Wire.SendAsync(api, $"GET {source} HTTP/1.1")).Status.Should().Be(200, source);
        }
    }

    [Fact]
    public async Task It_is_found_where_Swagger_UI_has_its_page()
    {
        var answer = await Wire.SendAsync(api, $"GET {Page}/index.html HTTP/1.1");
        (answer.Status, answer.Header("Location")).Should().Be((301, Page));
    }

    [Fact]
    public async Task It_leaves_its_neighbours_alone()
    {
        using var client = api.Anonymous;
        (await client.GetStringAsync("/docs/errors/NOT_FOUND")).Should().Contain("NOT_FOUND").And.NotContain("swagger");
        (await client.GetStringAsync("/docs/docs.css")).Should().NotContain("swagger");
        foreach (var file in new[] { "no-such-file.js", "index.js", "oauth2-redirect.html" })
        {
            using var unknown = await client.GetAsync($"{Page}/{file}");
            unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await unknown.JsonAsync()).Text("error.code").Should().Be("NOT_FOUND");
        }
    }

    [GeneratedRegex("<(script|link)[^>]* (src|href)=\"(?<url>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();
}
