using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Contract;

public sealed partial class DocsPageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Page = "/docs/index.html";

    [Fact]
    public async Task It_loads_everything_from_this_server_under_a_policy_without_unsafe_parts()
    {
        using var client = api.Anonymous;
        using var response = await client.GetAsync(Page);
        var html = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        Policy(response).Should().NotContain("unsafe").And.Contain("script-src 'self';");
        foreach (var source in Source().Matches(html).Select(match => match.Groups["url"].Value))
        {
            using var part = await client.GetAsync(new Uri(client.BaseAddress!, Page.Replace("index.html", source, StringComparison.Ordinal)));
            part.StatusCode.Should().Be(HttpStatusCode.OK, source);
        }

        (await client.GetStringAsync("/docs/index.js")).Should().Contain("/openapi/v1.json").And.Contain("\"persistAuthorization\":true").And.Contain("\"deepLinking\":true");
    }

    [Fact]
    public async Task Its_policy_stays_when_the_browser_has_the_page_already()
    {
        using var client = api.Anonymous;
        using var first = await client.GetAsync(Page);
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var second = await client.SendAsync(request);
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        Policy(second).Should().Be(Policy(first));
    }

    [Fact]
    public async Task The_one_inline_style_that_the_policy_lets_in_is_the_one_of_the_logo()
    {
        using var client = api.Anonymous;
        using var response = await client.GetAsync(Page);
        var script = await client.GetStringAsync("/docs/swagger-ui-standalone-preset.js");
        var style = LogoStyle().Match(script).Value;
        style.Should().NotBeEmpty();
        Policy(response).Should().Contain($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
    }

    [Fact]
    public async Task It_leaves_its_neighbours_alone()
    {
        using var client = api.Anonymous;
        (await client.GetStringAsync("/docs/errors/NOT_FOUND")).Should().Contain("NOT_FOUND").And.NotContain("swagger");
        (await client.GetStringAsync("/docs/docs.css")).Should().NotContain("swagger");
        using var unknown = await client.GetAsync("/docs/no-such-file.js");
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await unknown.JsonAsync()).Text("error.code").Should().Be("NOT_FOUND");
        using var start = await client.GetAsync("/docs");
        start.StatusCode.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.MovedPermanently);
    }

    private static string Policy(HttpResponseMessage response) => string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));

    [GeneratedRegex("(src|href)=\"(?<url>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();

    [GeneratedRegex(@"\.logo_small_svg__cls-2\{[^""'<]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LogoStyle();
}
