using System.Globalization;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>What every response must have.</summary>
public sealed class ResponseTests(FailingApi api) : IClassFixture<FailingApi>
{
    public static TheoryData<string> All => [.. ResponseKinds.Names];

    public static TheoryData<string> Failed => [.. ResponseKinds.Names.Where(name => name[0] is '4' or '5')];

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "R181")]
    [Trait("Requirement", "R214")]
    [Trait("Requirement", "R215")]
    [Trait("Requirement", "R216")]
    [Trait("Requirement", "R217")]
    [Trait("Requirement", "R218")]
    [Trait("Requirement", "R220")]
    [Trait("Requirement", "R221")]
    public async Task It_carries_the_security_headers_and_its_id(string kind)
    {
        var answer = await ResponseKinds.GetAsync(api, kind);
        answer.Header("X-Content-Type-Options").Should().Be("nosniff");
        answer.Header("X-Frame-Options").Should().Be("DENY");
        answer.Header("X-XSS-Protection").Should().Be("1; mode=block");
        answer.Header("Referrer-Policy").Should().Be("strict-origin-when-cross-origin");
        answer.Header("Permissions-Policy").Should().Be("camera=(), microphone=(), geolocation=()");
        answer.Header("Strict-Transport-Security").Should().Be("max-age=31536000; includeSubDomains; preload");
        answer.Header("X-Request-ID").Should().MatchRegex("^req_[0-7][0-9a-hjkmnp-tv-z]{25}$");
        answer.Header("X-Response-Time").Should().MatchRegex("^[0-9]+ms$");
        answer.Header("Cache-Control").Should().NotBeNullOrEmpty();
        answer.Headers.Keys.Should().NotContain(["Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "R219")]
    [Trait("Requirement", "R221")]
    public async Task It_has_a_content_security_policy(string kind)
    {
        var policy = (await ResponseKinds.GetAsync(api, kind)).Header("Content-Security-Policy")!;
        if (ResponseKinds.Pages.Contains(kind))
        {
            policy.Should().ContainAll("default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: https:", "font-src 'self'", "connect-src 'self'");
        }
        else if (!kind.EndsWith("style", StringComparison.Ordinal) && !kind.EndsWith("script", StringComparison.Ordinal))
        {
            policy.Should().Be("default-src 'none'; frame-ancestors 'none'");
        }

        policy.Should().Contain("frame-ancestors 'none'").And.NotContain("unsafe");
    }

    [Theory]
    [MemberData(nameof(Failed))]
    [Trait("Requirement", "R16")]
    [Trait("Requirement", "R48")]
    [Trait("Requirement", "R49")]
    [Trait("Requirement", "R50")]
    [Trait("Requirement", "R52")]
    [Trait("Requirement", "R135")]
    [Trait("Requirement", "R178")]
    [Trait("Requirement", "R225")]
    public async Task A_failed_one_has_the_one_shape(string kind)
    {
        var answer = await ResponseKinds.GetAsync(api, kind);
        Envelope.Faults(answer).Should().BeEmpty();
        var error = answer.Json.At("error");
        error.Text("requestId").Should().Be(answer.RequestId);
        var time = DateTimeOffset.Parse(error.Text("timestamp")!, CultureInfo.InvariantCulture);
        time.Should().BeCloseTo(api.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        answer.Header("Cache-Control").Should().Be("no-store");
        answer.Header("ETag").Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Failed))]
    [Trait("Requirement", "R51")]
    public async Task A_failed_one_links_to_a_page_that_is_there(string kind)
    {
        var answer = await ResponseKinds.GetAsync(api, kind);
        using var client = api.Anonymous;
        var documentation = new Uri(answer.Json.Text("error.documentation")!);
        documentation.GetLeftPart(UriPartial.Authority).Should().Be(ApiFactory.Issuer);
        var page = await client.AnswerAsync("GET", documentation.PathAndQuery);
        (page.Status, page.Header("Content-Type")).Should().Be((200, "text/html; charset=utf-8"));
        page.Body.Should().Contain($"<code>{answer.Code}</code>");
    }

    [Fact]
    [Trait("Requirement", "R50")]
    [Trait("Requirement", "R51")]
    public async Task Every_code_has_a_page()
    {
        using var client = api.Anonymous;
        foreach (var code in Errors.ErrorCatalogue.Errors.Select(entry => entry.Code).Concat(Errors.ErrorCatalogue.Reasons.Select(entry => entry.Code)).Concat(Errors.ErrorCatalogue.Fields.Select(entry => entry.Code)))
        {
            code.Should().MatchRegex("^[A-Z]+(_[A-Z]+)*$");
            (await client.AnswerAsync("GET", $"/docs/errors/{code}")).Status.Should().Be(200, code);
        }
    }

    [Fact]
    [Trait("Requirement", "R53")]
    [Trait("Requirement", "R54")]
    [Trait("Requirement", "R56")]
    public async Task A_successful_one_has_the_status_of_its_kind()
    {
        var created = await ResponseKinds.GetAsync(api, "201");
        created.Header("Location").Should().StartWith("/api/v1/posts/post_");
        (await ResponseKinds.GetAsync(api, "200")).Json.Text("meta.requestId").Should().StartWith("req_");
        var none = await ResponseKinds.GetAsync(api, "204");
        (none.Body, none.Header("Content-Type")).Should().Be(("", null));
        var same = await ResponseKinds.GetAsync(api, "304");
        (same.Body, same.Header("Content-Type")).Should().Be(("", null));
    }

    [Fact]
    [Trait("Requirement", "R61")]
    [Trait("Requirement", "R138")]
    public async Task A_duplicate_names_its_field()
    {
        var answer = await ResponseKinds.GetAsync(api, "409");
        var error = answer.ShouldBeError(409, "DUPLICATE_VALUE");
        error.Text("message").Should().Be("A record with this email already exists");
        (error.Text("details.0.field"), error.Text("details.0.code")).Should().Be(("email", "DUPLICATE"));
        answer.Body.Should().NotContain(ApiFixture.Member);
    }
}
