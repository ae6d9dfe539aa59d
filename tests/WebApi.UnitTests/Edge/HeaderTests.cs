namespace CleanApi.WebApi.UnitTests.Edge;

public sealed class HeaderTests(EdgeHost host) : EdgeTest(host)
{
    [Theory]
    [Trait("Requirement", "R181")]
    [Trait("Requirement", "R214")]
    [Trait("Requirement", "R215")]
    [Trait("Requirement", "R216")]
    [Trait("Requirement", "R217")]
    [Trait("Requirement", "R218")]
    [Trait("Requirement", "R220")]
    [Trait("Requirement", "R221")]
    [InlineData("/edge/users")]
    [InlineData("/edge/unexpected")]
    [InlineData("/edge/page")]
    [InlineData("/nowhere")]
    [InlineData("/edge/status/429")]
    [InlineData("/edge/status/204")]
    [InlineData("/docs/errors")]
    [InlineData("/docs/docs.css")]
    public async Task Are_on_every_response(string path)
    {
        var headers = (await Send("GET", path)).Headers;

        headers.GetValues("X-Request-ID").Single().Should().MatchRegex("^req_[0-7][0-9a-hjkmnp-tv-z]{25}$");
        headers.GetValues("X-Response-Time").Single().Should().MatchRegex("^[0-9]+ms$");
        headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        headers.GetValues("X-XSS-Protection").Should().Equal("1; mode=block");
        headers.GetValues("Referrer-Policy").Should().Equal("strict-origin-when-cross-origin");
        headers.GetValues("Permissions-Policy").Should().Equal("camera=(), microphone=(), geolocation=()");
        headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000; includeSubDomains; preload");
        headers.Contains("Content-Security-Policy").Should().BeTrue();
        headers.Contains("Cache-Control").Should().BeTrue();
    }

    [Theory]
    [Trait("Requirement", "R219")]
    [InlineData("/edge/users", "default-src 'none'; frame-ancestors 'none'")]
    [InlineData("/nowhere", "default-src 'none'; frame-ancestors 'none'")]
    public async Task Allow_data_to_load_nothing(string path, string policy) =>
        (await Send("GET", path)).Headers.GetValues("Content-Security-Policy").Should().Equal(policy);

    [Theory]
    [Trait("Requirement", "R219")]
    [InlineData("/edge/page")]
    [InlineData("/docs/errors/NOT_FOUND")]
    public async Task Allow_pages_same_origin_resources_and_nothing_inline(string path)
    {
        var policy = (await Send("GET", path)).Headers.GetValues("Content-Security-Policy").Single();

        policy.Should().ContainAll(
            "default-src 'self'", "script-src 'self';", "style-src 'self';", "img-src 'self' data: https:",
            "font-src 'self'", "connect-src 'self'", "frame-ancestors 'none'");
        policy.Should().NotContain("unsafe");
    }

    [Theory]
    [Trait("Requirement", "R178")]
    [InlineData("X-Request-ID", "abc-123._X", true)]
    [InlineData("X-Correlation-ID", "abc", true)]
    [InlineData("X-Request-ID", "a b", false)]
    [InlineData("X-Request-ID", "a;b", false)]
    [InlineData("X-Request-ID", "a/b", false)]
    public async Task Echo_a_safe_correlation_id_of_the_client(string header, string value, bool isSafe)
    {
        var response = await Send("GET", "/edge/users", headers: [(header, value)]);

        response.Headers.TryGetValues("X-Correlation-ID", out var echoed);
        (echoed?.Single()).Should().Be(isSafe ? value : null);
        response.Headers.GetValues("X-Request-ID").Single().Should().StartWith("req_");
    }

    [Fact]
    public async Task Prevent_caching_by_default()
    {
        (await Send("GET", "/edge/users")).Headers.CacheControl!.ToString().Should().Be("no-store");
        (await Send("GET", "/docs/docs.css")).Headers.CacheControl!.ToString().Should().Be("public, max-age=3600");
    }
}
