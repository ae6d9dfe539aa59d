using System.Net;
using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>What stands between every test and the server refuses answers that the document does not promise.</summary>
public sealed class ContractHandlerTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Live = "/health/live";

    [Theory]
    [Trait("Requirement", "R2")]
    [InlineData(Live, 200, """{"status":"ok"}""", "the header X-Request-ID is missing")]
    [InlineData(Live, 200, """{"status":"fine"}""", "does not fit const")]
    [InlineData(Live, 200, """{"status":"ok","version":"1.2.3"}""", "$.version is not documented")]
    [InlineData(Live, 418, "{}", "getLiveness does not have the status 418")]
    [InlineData(Live, 500, """{"message":"oops"}""", "does not fit required")]
    [InlineData("/health/deep", 200, "{}", "there is no such operation")]
    [InlineData("/health/deep", 404, "{}", "does not fit required")]
    public async Task An_answer_against_the_contract_fails_the_test(string path, int status, string body, string violation)
    {
        using var invoker = new HttpMessageInvoker(new ContractHandler(api) { InnerHandler = new Stub((HttpStatusCode)status, body) });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://127.0.0.1" + path));
        var send = () => invoker.SendAsync(request, CancellationToken.None);
        (await send.Should().ThrowAsync<ContractViolationException>()).Which.Message.Should().Contain(violation);
    }

    private sealed class Stub(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
