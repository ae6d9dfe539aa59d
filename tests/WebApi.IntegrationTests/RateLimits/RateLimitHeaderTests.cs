using System.Globalization;
using System.Text.RegularExpressions;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Pages;

namespace CleanApi.WebApi.IntegrationTests.RateLimits;

/// <summary>What a client is told about its limits.</summary>
[Trait("Requirement", "R164")]
public sealed partial class RateLimitHeaderTests(RateLimitedApi api) : IClassFixture<RateLimitedApi>
{
    private static readonly string[] Names = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "RateLimit-Policy", "RateLimit"];

    [Fact]
    public async Task Every_response_says_what_is_left()
    {
        using var person = await api.PersonAsync();
        var before = api.Clock.GetUtcNow();
        var answer = await person.ApiAsync();
        answer.Header("X-RateLimit-Limit").Should().Be("100");
        answer.Header("X-RateLimit-Remaining").Should().Be("99");
        long.Parse(answer.Header("X-RateLimit-Reset")!, CultureInfo.InvariantCulture).Should().BeInRange(before.AddSeconds(60).ToUnixTimeSeconds(), before.AddSeconds(62).ToUnixTimeSeconds());
        answer.Header("RateLimit-Policy").Should().Be("\"api\";q=100;w=60");
        answer.Header("RateLimit").Should().Be("\"api\";r=99;t=60");
        answer.Header("Retry-After").Should().BeNull();
    }

    [Theory]
    [InlineData("GET", "/api/v1/me", 401)]
    [InlineData("GET", "/api/v1/users?nope=1", 401)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("DELETE", "/api/auth/login", 405)]
    [InlineData("GET", "/docs/errors/NOWHERE", 404)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("HEAD", "/auth/signin", 200)]
    [InlineData("GET", "/api/auth/external/nobody", 404)]
    public async Task Whatever_the_status_is(string method, string path, int status)
    {
        using var stranger = api.Stranger();
        var answer = await stranger.AnswerAsync(method, path);
        answer.Status.Should().Be(status);
        Names.Should().OnlyContain(name => answer.Headers.ContainsKey(name));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/docs/docs.css")]
    [InlineData("/auth/assets/auth.css")]
    public async Task What_is_not_limited_says_nothing(string path)
    {
        using var stranger = api.Stranger();
        var answers = await 110.TimesAsync(() => stranger.AnswerAsync("GET", path));
        answers.Should().OnlyContain(answer => answer.Status == 200);
        Names.Should().NotContain(name => answers[0].Headers.ContainsKey(name));
    }

    [Fact]
    public async Task Of_several_policies_all_are_reported_and_in_the_older_headers_the_one_that_has_least_left()
    {
        using var stranger = api.Stranger();
        var answer = await stranger.ExpensiveAsync();
        Items(answer.Header("RateLimit-Policy")!).Should().Equal("api q=100 w=60", "expensive q=5 w=3600");
        Items(answer.Header("RateLimit")!).Should().Equal("api r=99 t=60", "expensive r=4 t=3600");
        (answer.Header("X-RateLimit-Limit"), answer.Header("X-RateLimit-Remaining")).Should().Be(("5", "4"));
    }

    [Theory]
    [Trait("Requirement", "R163")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/problem+json", "application/problem+json")]
    public async Task A_refusal_has_them_too_and_is_an_error_like_all_others(string accept, string type)
    {
        using var stranger = api.Stranger();
        await 10.TimesAsync(stranger.AuthAsync);
        var refused = await stranger.AnswerAsync("POST", "/api/auth/login", "{}", ("Accept", accept));
        refused.Status.Should().Be(429);
        refused.Header("Content-Type").Should().StartWith(type);
        refused.Body.Should().Contain("\"RATE_LIMIT_EXCEEDED\"").And.Contain("\"Rate limit exceeded\"");
        (refused.Header("X-RateLimit-Limit"), refused.Header("X-RateLimit-Remaining")).Should().Be(("10", "0"));
        var item = Items(refused.Header("RateLimit")!).Should().ContainSingle().Subject;
        item.Should().StartWith("auth r=0 t=");
        int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture).Should().BeGreaterThanOrEqualTo(int.Parse(item.Split('=')[^1], CultureInfo.InvariantCulture));
    }

    [Fact]
    [Trait("Requirement", "R163")]
    public async Task A_person_who_sends_a_form_gets_a_page_that_says_how_long_to_wait()
    {
        using var browser = new Browser(api);
        for (var i = 0; i < 10; i++)
        {
            await browser.SubmitAsync("/auth/signin", ("email", "nobody@acme.test"), ("password", ""));
        }

        var page = await browser.SubmitAsync("/auth/signin", ("email", "nobody@acme.test"), ("password", ""));
        page.Status.Should().Be(429);
        page.Header("Content-Type").Should().StartWith("text/html");
        page.Body.Should().Contain("Too many attempts").And.MatchRegex("Wait [0-9]+ seconds, then try again");
        page.Headers.Should().ContainKey("Retry-After");
        using var program = api.Stranger("127.0.0.1");
        (await program.AuthAsync()).IsRefused().Should().BeTrue("a form counts as the operation that it stands for");
        (await browser.GoAsync("/auth/signin")).Status.Should().Be(200);
    }

    [Fact]
    public async Task They_are_in_the_contract()
    {
        using var person = await api.PersonAsync();
        using var client = api.CreateClient(person.DefaultRequestHeaders.Authorization!.Parameter);
        (await 101.TimesAsync(client.ApiAsync))[^1].IsRefused().Should().BeTrue("the client has compared each response with the document");
    }

    // A list of items, each a string with parameters that are whole numbers (RFC 9651, sections 3.1 and 3.1.2).
    private static IEnumerable<string> Items(string list)
    {
        list.Should().MatchRegex($"^{Item()}(, {Item()})*$");
        return Item().Matches(list).Select(item => $"{item.Groups["name"].Value}{item.Groups["parameters"].Value.Replace(';', ' ')}");
    }

    [GeneratedRegex("\"(?<name>[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*)\"(?<parameters>(;[a-z*][a-z0-9_.*-]*=[0-9]{1,15})*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();
}
