using System.Net;

namespace CleanApi.WebApi.UnitTests.Edge;

public sealed class ErrorPageTests(EdgeHost host) : EdgeTest(host)
{
    [Fact]
    [Trait("Requirement", "R51")]
    public async Task Are_served_where_errors_link_to()
    {
        var error = await Error(await Send("GET", "/nowhere"), 404, "NOT_FOUND");

        var page = await Send("GET", error.GetProperty("documentation").GetString()!);

        page.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        (await Body(page)).Should().Contain("NOT_FOUND");
    }

    [Fact]
    public async Task Link_the_reasons_that_come_with_an_error()
    {
        (await Body(await Send("GET", "/docs/errors/AUTHORIZATION_ERROR"))).Should().Contain("<a href=\"/docs/errors/ORIGIN_NOT_ALLOWED\">").And.NotContain("LAST_ADMINISTRATOR");
        (await Body(await Send("GET", "/docs/errors/NOT_FOUND"))).Should().NotContain("<h2>Reasons</h2>");
    }

    [Theory]
    [InlineData("/docs/errors", "text/html")]
    [InlineData("/docs/errors/REQUIRED", "text/html")]
    [InlineData("/docs/docs.css", "text/css")]
    public async Task Are_served(string path, string type)
    {
        foreach (var method in new[] { "GET", "HEAD" })
        {
            var response = await Send(method, path);
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.Should().Be(type);
            response.Content.Headers.ContentLength.Should().BePositive();
        }
    }
}
