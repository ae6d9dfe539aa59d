using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanApi.WebApi.IntegrationTests.Pages;

/// <summary>What holds for every page.</summary>
public sealed partial class PageRulesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> Pages =>
    [
        "/auth/signin", "/auth/error?code=access_denied", "/auth/register", "/auth/register?sent=1", "/auth/resend-verification",
        "/auth/resend-verification?sent=1", "/auth/forgot-password", "/auth/forgot-password?sent=1", .. TokenPages,
    ];

    public static TheoryData<string> TokenPages =>
        ["/auth/verify-email?token=tok_a%22b", "/auth/reset-password?token=tok_a%22b", "/auth/confirm-email?token=tok_a%22b", "/auth/accept-invitation?token=tok_a%22b"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_works_without_scripts_and_holds_none(string address)
    {
        using var browser = new Browser(api);

        var page = await browser.GoAsync(address);

        page.Status.Should().Be(200);
        page.Header("Content-Security-Policy").Should().NotContain("unsafe").And.Contain("form-action 'self'").And.Contain("frame-ancestors 'none'");
        page.Header("Cache-Control").Should().Be("no-store");
        page.Header("Set-Cookie").Should().BeNull();
        Inline().IsMatch(page.Body).Should().BeFalse("nothing inline");
        page.Body.Should().NotContain("<!--").And.StartWith("<!DOCTYPE html>").And.Contain("<html lang=\"en\">");
        Regex.Count(page.Body, "<h1>").Should().Be(1);
        Regex.Count(page.Body, "<main>").Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_it_loads_comes_from_here_and_may_be_kept(string address)
    {
        using var browser = new Browser(api);
        var page = await browser.GoAsync(address);

        var sources = Source().Matches(page.Body).Select(match => match.Groups["url"].Value).ToList();

        sources.Should().Contain(source => source.Contains("auth.css", StringComparison.Ordinal)).And.OnlyContain(source => source.StartsWith("/auth/assets/"));
        foreach (var source in sources)
        {
            var asset = await browser.GoAsync(source);
            (asset.Status, asset.Header("Cache-Control")).Should().Be((200, "public, max-age=31536000, immutable"));
            (await browser.GoAsync(source.Split('?')[0] + "?v=other")).Header("Cache-Control").Should().Be("public, max-age=3600");
        }
    }

    [Fact]
    public async Task A_script_that_another_one_imports_is_of_the_same_version_however_long_it_is_kept()
    {
        using var browser = new Browser(api);
        var page = await browser.GoAsync("/auth/signin");
        var importing = Source().Matches(page.Body).Select(match => match.Groups["url"].Value).Single(url => url.Contains("passkey-buttons.js", StringComparison.Ordinal));

        var imported = Import().Match((await browser.GoAsync(importing)).Body).Groups["url"].Value;

        var script = await browser.GoAsync($"/auth/assets/{imported}");
        (script.Status, script.Header("Content-Type"), script.Header("Cache-Control"))
            .Should().Be((200, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    [Trait("Requirement", "R242")]
    public async Task HEAD_is_GET_without_the_page(string address)
    {
        using var browser = new Browser(api);

        var page = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), []);

        (page.Status, page.Body).Should().Be((200, ""));
    }

    [Theory]
    [MemberData(nameof(TokenPages))]
    public async Task A_mail_s_token_is_in_one_hidden_field_and_does_not_leak(string address)
    {
        using var browser = new Browser(api);

        var page = await browser.GoAsync(address);

        page.Header("Referrer-Policy").Should().Be("no-referrer");
        // A page that looks its token up shows it only where it can be used.
        Regex.Count(page.Body, "tok_a").Should().Be(Regex.Count(page.Body, "<input type=\"hidden\" name=\"token\" value=\"tok_a&quot;b\"")).And.BeLessThan(2);
        page.Body.Contains("<form", StringComparison.Ordinal).Should().Be(page.Body.Contains("tok_a", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TokenPages))]
    public async Task An_invalid_token_is_rejected_in_the_form(string address)
    {
        using var browser = new Browser(api);

        var page = await browser.SubmitAsync(
            address.Split('?')[0], ("token", "tok_" + new string('a', 43)), ("name", "Ada King"), ("password", "Quiet7rivers-run"));

        page.Status.Should().Be(422);
        page.Header("Referrer-Policy").Should().Be("no-referrer");
        page.Body.Should().Contain("role=\"alert\" tabindex=\"-1\" autofocus><p>This ")
            .And.Contain("is not valid").And.NotContain("Quiet7rivers").And.NotContain("<form");
    }

    [Fact]
    public void Every_form_is_under_a_rate_policy_and_has_a_limit() =>
        api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/auth/", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") is true)
            .Should().NotBeEmpty().And.OnlyContain(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.RateLimiting.EnableRateLimitingAttribute>() != null
                && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata>() != null);

    [Fact]
    public async Task The_pages_take_forms_and_the_api_still_does_not()
    {
        var factories = api.Services.GetRequiredService<IOptions<MvcOptions>>().Value.ValueProviderFactories;
        factories.Should().NotContain(factory =>
            factory is FormValueProviderFactory || factory is FormFileValueProviderFactory || factory is JQueryFormValueProviderFactory);
        using var browser = new Browser(api);
        foreach (var operation in (await ContractDocument.OfAsync(api.Services)).Operations.Where(one => one.Method == "POST" && !one.Path.Contains('{')))
        {
            var answer = await browser.SubmitAsync(
                operation.Path, [("email", ApiFixture.Admin), ("password", ApiFixture.Password)],
                ("Accept", "application/json"), ("Sec-Fetch-Site", "same-origin"));
            answer.Status.Should().BeOneOf([400, 401, 415], operation.Id);
            browser.Cookies.Should().BeEmpty(operation.Id);
        }
    }

    [GeneratedRegex("<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex("(src|<link[^>]* href)=\"(?<url>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();

    [GeneratedRegex(@"from '\./(?<url>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();
}
