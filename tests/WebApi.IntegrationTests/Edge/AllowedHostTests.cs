using System.Text;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Edge;

/// <summary>Requests for hosts that are not ours.</summary>
public sealed class AllowedHostTests(EdgeApi api) : IClassFixture<EdgeApi>
{
    [Theory]
    [Trait("Requirement", "R178")]
    [InlineData("evil.test")]
    [InlineData("acme.test")]
    [InlineData("api.acme.test.evil.test")]
    public async Task Another_host_gets_the_envelope_and_one_line_of_log(string host)
    {
        var answer = await Wire.SendRawAsync(api, Encoding.ASCII.GetBytes($"GET /api/v1/me HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));

        answer.ShouldBeError(400, "BAD_REQUEST").Text("message").Should().Be("The Host header names no host of this service");
        await Probe.UntilAsync("it is logged", () => api.Logs.Lines.Any(line => line.Message.Contains(answer.RequestId, StringComparison.Ordinal)));
        api.Logs.Lines.Where(line => line.Message.Contains(answer.RequestId, StringComparison.Ordinal)).Should().ContainSingle().Which.Message.Should().Contain(" 400 BAD_REQUEST ");
    }

    [Theory]
    [InlineData("api.acme.test", "/api/v1/me", 401)]
    [InlineData("API.acme.test:8443", "/api/v1/me", 401)]
    [InlineData("eu.api.acme.test", "/api/v1/me", 401)]
    [InlineData("10.0.0.7", "/health/live", 200)]
    [InlineData("10.0.0.7:5080", "/health/ready", 200)]
    public async Task Our_hosts_are_served_and_health_is_told_by_address(string host, string path, int status) =>
        (await Wire.SendRawAsync(api, Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))).Status.Should().Be(status);
}
