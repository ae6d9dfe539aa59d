using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Edge;

/// <summary>Requests in the clear are sent to https, where the operator says so.</summary>
public sealed class RedirectTests(RedirectApi api) : IClassFixture<RedirectApi>
{
    [Fact]
    public async Task A_request_in_the_clear_is_redirected_and_keeps_its_method()
    {
        var answer = await Wire.SendAsync(api, "GET /api/v1/users?limit=5 HTTP/1.1");
        (answer.Status, answer.Header("Location")).Should().Be((308, "https://api.test/api/v1/users?limit=5"));
        answer.Headers.Keys.Should().Contain(["X-Request-ID", "Strict-Transport-Security"]);
    }

    [Fact]
    public async Task A_request_that_came_to_the_proxy_over_TLS_and_probes_are_served()
    {
        (await Wire.SendAsync(api, "GET /api/v1/users HTTP/1.1", "X-Forwarded-Proto: https")).Status.Should().Be(401);
        (await Wire.SendAsync(api, "GET /health/live HTTP/1.1")).Status.Should().Be(200);
    }
}
