using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Edge;

/// <summary>Without a setting nobody else is believed, and no other site may call.</summary>
public sealed class NoEdgeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R161")]
    public async Task What_a_client_says_of_its_address_is_not_believed()
    {
        var answer = await Wire.SendAsync(api, "GET /api/v1/me HTTP/1.1", "X-Forwarded-For: 203.0.113.9", "Forwarded: for=203.0.113.9", "X-Real-IP: 203.0.113.9");

        await Probe.UntilAsync("it is logged", () => api.Logs.Lines.Any(line => line.Message.Contains(answer.RequestId, StringComparison.Ordinal)));
        api.Logs.Lines.Single(line => line.Message.Contains(answer.RequestId, StringComparison.Ordinal)).Message.Should().NotContain("203.0.113.9").And.Contain("127.0.0.1 with ");
    }

    [Fact]
    public async Task A_sender_whose_word_is_not_taken_is_told_once()
    {
        await Wire.SendAsync(api, "GET /health/live HTTP/1.1", "X-Forwarded-For: 203.0.113.9");
        await Wire.SendAsync(api, "GET /health/live HTTP/1.1", "X-Forwarded-Proto: https");

        api.Logs.Lines.Where(line => line.Message.Contains("X-Forwarded-For", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Message.Should().StartWith("X-Forwarded-For and X-Forwarded-Proto from 127.0.0.1 are not believed");
    }

    [Fact]
    public async Task No_other_site_may_call()
    {
        var answer = await Wire.SendAsync(api, "OPTIONS /api/v1/users HTTP/1.1", "Origin: https://app.acme.test", "Access-Control-Request-Method: GET");

        answer.ShouldBeError(405, "METHOD_NOT_ALLOWED");
        answer.Headers.Keys.Should().NotContain(name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }
}
