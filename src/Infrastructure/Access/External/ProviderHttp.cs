using System.Net.Http.Headers;
using System.Text;
using CleanApi.Domain.Errors;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Asks one provider: each try limited in time and size, what changes nothing repeated, and after many failures nobody waits for it for a while. A code is
/// good for one use, so that its exchange is repeated only where it cannot have arrived.
/// </summary>
internal sealed class ProviderHttp
{
    private const string Product = "CleanApi";
    private const int Retries = 2;

    private static readonly ResiliencePropertyKey<bool> IsRepeatable = new("repeatable");

    private readonly HttpClient http;
    private readonly ResiliencePipeline<ProviderAnswer> pipeline;

    /// <summary>Prepares for one provider.</summary>
    public ProviderHttp(HttpClient http, TimeSpan tryTimeout, TimeProvider clock)
    {
        this.http = http;
        pipeline = new ResiliencePipelineBuilder<ProviderAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<ProviderAnswer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments)),
                MaxRetryAttempts = Retries,
                Delay = TimeSpan.FromMilliseconds(150),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ProviderAnswer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(HasFailed(arguments.Outcome)),
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
            })
            .AddTimeout(tryTimeout)
            .Build();
    }

    /// <summary>Reads.</summary>
    /// <param name="address">What.</param>
    /// <param name="accessToken">In whose name; null: anybody's.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="UpstreamError">The provider failed, or cannot be reached.</exception>
    /// <exception cref="UpstreamTimeoutError">The provider did not answer in time.</exception>
    public Task<ProviderAnswer> GetAsync(Uri address, string? accessToken, CancellationToken cancellationToken) => SendAsync(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = accessToken is null ? null : new AuthenticationHeaderValue("Bearer", accessToken);
            return request;
        },
        isRepeatable: true,
        cancellationToken);

    /// <summary>Sends a form, once.</summary>
    /// <param name="address">Where.</param>
    /// <param name="form">What.</param>
    /// <param name="basic">Name and password of the client; null: they are in the form.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="UpstreamError">The provider failed, or cannot be reached.</exception>
    /// <exception cref="UpstreamTimeoutError">The provider did not answer in time.</exception>
    public Task<ProviderAnswer> PostAsync(
        Uri address, IReadOnlyDictionary<string, string> form, (string Id, string Secret)? basic, CancellationToken cancellationToken) =>
        SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
                request.Headers.Authorization = basic is { } client ? Basic(client.Id, client.Secret) : null;
                return request;
            },
            isRepeatable: false,
            cancellationToken);

    private async Task<ProviderAnswer> SendAsync(Func<HttpRequestMessage> create, bool isRepeatable, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(IsRepeatable, isRepeatable);
        try
        {
            var answer = await pipeline.ExecuteAsync(async (current, state) => await SendOnceAsync(state(), current.CancellationToken), context, create);
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
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<ProviderAnswer> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            request.Headers.UserAgent.ParseAdd(Product);
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            return new ProviderAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
    }

    private static bool MayRepeat(RetryPredicateArguments<ProviderAnswer> arguments) =>
        HasFailed(arguments.Outcome)
        && (arguments.Context.Properties.GetValue(IsRepeatable, defaultValue: false) || HasNotArrived(arguments.Outcome.Exception));

    private static bool HasNotArrived(Exception? exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    // An answer that is too large is wrong, and would be so again.
    private static bool HasFailed(Outcome<ProviderAnswer> outcome) => outcome.Exception is { } exception
        ? exception is TimeoutRejectedException or HttpRequestException { HttpRequestError: not HttpRequestError.ConfigurationLimitExceeded }
        : outcome.Result!.IsFailure;

    // RFC 6749, section 2.3.1: both are form-encoded before they are joined.
    private static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}")));
}
