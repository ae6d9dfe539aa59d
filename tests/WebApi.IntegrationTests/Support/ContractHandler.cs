namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>Holds every answer against the OpenAPI document: a test that gets another answer than the contract promises fails, whatever it is about.</summary>
internal sealed class ContractHandler(ApiFixture api) : DelegatingHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        // An answer without an end has no body to hold against anything.
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return response;
        }

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var contract = await ContractDocument.OfAsync(api.Services);
        var violations = await contract.CheckAsync(request, response);
        return violations.Count == 0
            ? response
            : throw new ContractViolationException(
                $"{request.Method} {request.RequestUri!.PathAndQuery} answered {(int)response.StatusCode}, against the contract:\n- {string.Join("\n- ", violations)}");
    }
}
