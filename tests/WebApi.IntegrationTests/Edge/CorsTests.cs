using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Edge;

/// <summary>What scripts of other sites may do.</summary>
public sealed class CorsTests(EdgeApi api) : IClassFixture<EdgeApi>
{
    private const string Evil = "https://evil.test";

    [Theory]
    [InlineData("/api/v1/users", "PATCH")]
    [InlineData("/api/auth/login", "POST")]
    [InlineData("/api/v1/nowhere", "DELETE")]
    public async Task A_browser_is_told_that_a_listed_site_may_call_before_anybody_signs_in(string path, string method)
    {
        using var client = api.Anonymous;
        var answer = await client.AnswerAsync(
            "OPTIONS", path, ("Origin", EdgeApi.App), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "authorization,if-match"));

        (answer.Status, answer.Body).Should().Be((204, ""));
        (answer.Header("Access-Control-Allow-Origin"), answer.Header("Access-Control-Allow-Credentials"), answer.Header("Access-Control-Max-Age"))
            .Should().Be((EdgeApi.App, "true", "600"));
        answer.Header("Access-Control-Allow-Methods").Should().Contain(method);
        answer.Header("Access-Control-Allow-Headers").Should().ContainAll("authorization", "if-match");
        answer.Headers.Keys.Should().Contain("X-Request-ID");
    }

    [Theory]
    [InlineData(Evil)]
    [InlineData("null")]
    [InlineData("http://app.acme.test")]
    [InlineData("https://app.acme.test:8443")]
    [InlineData("https://app.acme.test.evil.test")]
    public async Task No_other_site_may(string origin)
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var asked = await client.AnswerAsync("OPTIONS", "/api/v1/users", ("Origin", origin), ("Access-Control-Request-Method", "GET"));
        var called = await client.AnswerAsync("GET", "/api/v1/users", ("Origin", origin));

        foreach (var answer in new[] { asked, called })
        {
            answer.Headers.Keys.Where(name => name.StartsWith("Access-Control-Allow", StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_listed_site_reads_answers_and_errors_with_their_headers()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        using var nobody = api.Anonymous;
        var found = await member.AnswerAsync("GET", "/api/v1/me", ("Origin", EdgeApi.App));
        var refused = await nobody.AnswerAsync("GET", "/api/v1/me", ("Origin", EdgeApi.App));
        var missing = await nobody.AnswerAsync("GET", "/api/v1/nowhere", ("Origin", EdgeApi.App));

        (found.Status, refused.Status, missing.Status).Should().Be((200, 401, 404));
        foreach (var answer in new[] { found, refused, missing })
        {
            answer.Header("Access-Control-Allow-Origin").Should().Be(EdgeApi.App);
            answer.Header("Vary").Should().Contain("Origin");
            answer.Header("Access-Control-Expose-Headers").Should().ContainAll("X-Request-ID", "ETag", "Location", "Link", "Retry-After", "WWW-Authenticate");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Evil)]
    [InlineData(EdgeApi.App)]
    public async Task A_cache_keeps_apart_what_sites_are_told(string? origin)
    {
        using var client = api.Anonymous;
        var keys = await client.AnswerAsync("GET", "/.well-known/openid-configuration/jwks", origin is null ? [] : [("Origin", origin)]);
        keys.Header("Cache-Control").Should().StartWith("public");
        keys.Header("Vary")!.Split(", ").Should().ContainSingle(name => name == "Origin");
    }

    [Fact]
    public async Task No_script_reads_a_page()
    {
        using var client = api.Anonymous;
        (await client.AnswerAsync("GET", "/auth/signin", ("Origin", EdgeApi.App))).Header("Access-Control-Allow-Origin").Should().BeNull();
    }

    [Theory]
    [Trait("Requirement", "R109")]
    [InlineData(EdgeApi.App, 200)]
    [InlineData(Evil, 403)]
    public async Task A_cookie_counts_from_listed_sites_only(string origin, int status)
    {
        using var client = api.Anonymous;
        var answer = await client.AnswerAsync(
            "PATCH", "/api/v1/me", """{"bio":"Hello"}""", ("Cookie", $"access_token={await api.TokenAsync(ApiFixture.Member)}"), ("Origin", origin), ("Sec-Fetch-Site", "cross-site"));
        answer.Status.Should().Be(status);
    }
}
