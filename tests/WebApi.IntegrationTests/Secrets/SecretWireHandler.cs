namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>Shows a wire all that passes.</summary>
internal sealed class SecretWireHandler(SecretWire wire) : DelegatingHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        wire.Read(request.RequestUri?.Query);
        // So that what is kept of answers is searched as well.
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
        Read(request.Headers);
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
            wire.Read(await content.ReadAsStringAsync(cancellationToken));
        }

        var response = await base.SendAsync(request, cancellationToken);
        Read(response.Headers);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        wire.Read(await response.Content.ReadAsStringAsync(cancellationToken));
        return response;
    }

    private void Read(System.Net.Http.Headers.HttpHeaders headers)
    {
        foreach (var value in headers.SelectMany(header => header.Value))
        {
            wire.Read(value);
        }
    }
}
