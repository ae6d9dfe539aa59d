using System.Net;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>What stands between every test and the server rejects responses that the document does not promise.</summary>
public sealed class ContractHandlerTests
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
        var send = () => SendAsync(new ContractHandler(() => ContractDocument.CommittedAsync()), path, status, body);
        (await send.Should().ThrowAsync<ContractViolationException>()).Which.Message.Should().Contain(violation);
    }

    [Fact]
    public async Task A_document_that_cannot_be_generated_fails_the_test_of_the_document_and_no_other()
    {
        await using var services = new ServiceCollection().AddKeyedSingleton<IOpenApiDocumentProvider>("v1", new Incomplete()).BuildServiceProvider();
        var contract = await ContractDocument.ReadAsync(services);
        contract.Failure.Should().Be("RenameUser has no example.");
        contract.Operations.Should().NotBeEmpty("it is the committed one");

        await SendAsync(new ContractHandler(() => Task.FromResult(contract)), Live, 418, "{}");
    }

    private static async Task SendAsync(ContractHandler handler, string path, int status, string body)
    {
        handler.InnerHandler = new Stub((HttpStatusCode)status, body);
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://127.0.0.1" + path));
        using var response = await invoker.SendAsync(request, CancellationToken.None);
    }

    private sealed class Incomplete : IOpenApiDocumentProvider
    {
        public Task<OpenApiDocument> GetOpenApiDocumentAsync(CancellationToken cancellationToken = default) =>
            Task.FromException<OpenApiDocument>(new InvalidOperationException("RenameUser has no example."));
    }

    private sealed class Stub(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
