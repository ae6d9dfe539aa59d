using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace CleanApi.WebApi.UnitTests.Requests;

public sealed class SecurityHeadersTests
{
    private readonly DefaultHttpContext context = new();

    [Theory]
    [Trait("Requirement", "R220")]
    [InlineData("Production", null, true)]
    [InlineData("Development", null, false)]
    [InlineData("Staging", null, true)]
    [InlineData("Prod", null, true)]
    [InlineData("Development", true, true)]
    [InlineData("Production", false, false)]
    public void Demand_TLS_everywhere_but_in_development_unless_set_otherwise(string environment, bool? setting, bool isSent)
    {
        Apply(environment, new SecurityHeaderOptions { StrictTransportSecurity = setting });

        context.Response.Headers.StrictTransportSecurity.Count.Should().Be(isSent ? 1 : 0);
    }

    [Fact]
    [Trait("Requirement", "R216")]
    public void Allow_turning_off_the_XSS_filter_of_old_browsers()
    {
        Apply(options: new SecurityHeaderOptions { XssProtection = "0" });

        context.Response.Headers.XXSSProtection.ToString().Should().Be("0");
    }

    [Fact]
    [Trait("Requirement", "R219")]
    public void Carry_the_nonce_and_the_form_targets_of_a_page()
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var policy = PagePolicy.Of(context);
        policy.AllowFormTarget(new Uri("https://client.test/callback?x=1"));
        policy.AllowFormTarget(new Uri("com.acme.app:/callback"));

        var nonce = policy.Nonce;
        Apply();

        context.Response.Headers.ContentSecurityPolicy.ToString().Should().ContainAll(
            $"script-src 'self' 'nonce-{nonce}';", $"style-src 'self' 'nonce-{nonce}';", "form-action 'self' https://client.test com.acme.app:");
        Convert.FromBase64String(nonce).Should().HaveCount(16);
    }

    [Theory]
    [InlineData("GET", "/users/{id}", "\"3\"", "private, no-cache")]
    [InlineData("HEAD", "/users/{id}", "\"3\"", "private, no-cache")]
    [InlineData("GET", "/users/{id}", null, "no-store")]
    [InlineData("GET", "/me", "\"3\"", "no-store")]
    [InlineData("POST", "/keys/{id}/rotate", "\"3\"", "no-store")]
    public void Let_a_browser_keep_a_version_of_what_the_path_names(string method, string route, string? tag, string expected)
    {
        context.Request.Method = method;
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(route), 0, null, null));
        context.Response.Headers.ETag = tag;

        Apply();

        context.Response.Headers.CacheControl.ToString().Should().Be(expected);
    }

    [Fact]
    public void Keep_headers_that_the_response_has_set()
    {
        context.Response.Headers.CacheControl = "public";
        context.Response.Headers.ContentSecurityPolicy = "sandbox";

        Apply();

        context.Response.Headers.CacheControl.ToString().Should().Be("public");
        context.Response.Headers.ContentSecurityPolicy.ToString().Should().Be("sandbox");
    }

    private void Apply(string environment = "Production", SecurityHeaderOptions? options = null)
    {
        var host = Substitute.For<IHostEnvironment>();
        host.EnvironmentName.Returns(environment);
        new SecurityHeaders(Options.Create(options ?? new SecurityHeaderOptions()), host).Apply(context);
    }
}
