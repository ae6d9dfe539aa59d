namespace CleanApi.Infrastructure.Access;

/// <summary>Reads an answer to its end, and no further than to its limit: size and the time for the body belong to the one try.</summary>
/// <param name="maxBytes">The largest body.</param>
internal sealed class AnswerLimit(long maxBytes) : DelegatingHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(maxBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
