namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>Validates every response against the OpenAPI document; any test that receives an undocumented response fails.</summary>
/// <param name="contract">The contract.</param>
internal sealed class ContractHandler(Func<Task<ContractDocument>> contract) : DelegatingHandler
{
    /// <summary>Validates against the contract of an API.</summary>
    public ContractHandler(ApiFixture api)
        : this(() => ContractDocument.OfAsync(api.Services))
    {
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        // An endless response has no body to validate.
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return response;
        }

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var document = await contract();
        if (document.Failure is not null)
        {
            return response;
        }

        var violations = await document.CheckAsync(request, response);
        return violations.Count == 0
            ? response
            : throw new ContractViolationException(
                $"{request.Method} {request.RequestUri!.PathAndQuery} answered {(int)response.StatusCode}, against the contract:\n- {string.Join("\n- ", violations)}");
    }
}
