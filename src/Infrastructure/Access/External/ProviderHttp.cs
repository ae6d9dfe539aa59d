using System.Net.Http.Headers;
using System.Text;
using CleanApi.Domain.Errors;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CleanApi.Infrastructure.Access;

/// <summary>Asks providers. Reading is repeated when it fails; what is posted is sent once.</summary>
internal sealed class ProviderHttp(IHttpClientFactory clients, ProviderGuard guard)
{
    /// <summary>Reads.</summary>
    /// <param name="address">What.</param>
    /// <param name="accessToken">In whose name; null: anybody's.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="UpstreamError">The provider failed, cannot be reached, or names an address that is none to connect to.</exception>
    /// <exception cref="UpstreamTimeoutError">The provider did not answer in time.</exception>
    public async Task<ProviderAnswer> GetAsync(Uri address, string? accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = accessToken is null ? null : new AuthenticationHeaderValue("Bearer", accessToken);
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>Sends a form, once.</summary>
    /// <param name="address">Where.</param>
    /// <param name="form">What.</param>
    /// <param name="basic">Name and password of the client; null: they are in the form.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="UpstreamError">The provider failed, cannot be reached, or names an address that is none to connect to.</exception>
    /// <exception cref="UpstreamTimeoutError">The provider did not answer in time.</exception>
    public async Task<ProviderAnswer> PostAsync(
        Uri address, IReadOnlyDictionary<string, string> form, (string Id, string Secret)? basic, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = basic is { } client ? Basic(client.Id, client.Secret) : null;
        return await SendAsync(request, cancellationToken);
    }

    private async Task<ProviderAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!guard.Accepts(request.RequestUri!))
        {
            throw new UpstreamError("The sign-in provider's description names an address that the service does not connect to");
        }

        try
        {
            using var client = clients.CreateClient(ProviderClient.Name);
            using var response = await client.SendAsync(request, cancellationToken);
            var answer = new ProviderAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return answer.IsFailure ? throw new UpstreamError($"The sign-in provider answered {answer.Status}") : answer;
        }
        catch (TimeoutRejectedException exception)
        {
            throw new UpstreamTimeoutError("The sign-in provider did not answer in time", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or BrokenCircuitException)
        {
            throw new UpstreamError("The sign-in provider cannot be reached", exception);
        }
    }

    // RFC 6749, section 2.3.1: both are form-encoded before they are joined.
    private static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}")));
}
