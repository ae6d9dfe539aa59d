using System.Diagnostics;
using CleanApi.Infrastructure.Outbound;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// The client that asks providers: each try limited in time and size, what changes nothing repeated, and after many failures of one server nobody waits for it for
/// a while.
/// </summary>
internal static class ProviderClient
{
    /// <summary>Its name.</summary>
    public const string Name = "sign-in-providers";

    private const int MaxAnswerBytes = 256 * 1024;
    private const int MaxHeaderKilobytes = 32;

    /// <summary>Registers it.</summary>
    public static void AddProviderClient(this IServiceCollection services, ExternalSettings settings)
    {
        services.AddSingleton<ProviderGuard>();
        var client = services.AddHttpClient(Name, http =>
            {
                // The limits of the tries, and that of the whole sign-in, hold.
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("CleanApi");
                http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            })
            // No redirects: a provider's own addresses answer, and a secret goes nowhere else.
            .UseSocketsHttpHandler((handler, provider) =>
            {
                handler.ConnectCallback = provider.GetRequiredService<ProviderGuard>().ConnectAsync;
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.ConnectTimeout = settings.TryTimeout;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                handler.MaxResponseHeadersLength = MaxHeaderKilobytes;
                // Trace context and baggage are an anonymous caller's, and none of a provider's business. Without a propagator there would be no span either.
                handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();
            })
            // Connections end by themselves after five minutes, so that a change in DNS is noticed.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Spans and metrics tell of each request, without what stands in it.
            .RemoveAllLoggers();
        client.AddResilienceHandler("tries", (pipeline, context) => Configure(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>(), settings.TryTimeout))
            .SelectPipelineByAuthority();
        client.AddHttpMessageHandler(() => new AnswerLimit(MaxAnswerBytes));
    }

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider clock, TimeSpan tryTimeout)
    {
        pipeline.TimeProvider = clock;
        var retry = new HttpRetryStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(HasFailed(arguments.Outcome)),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(150),
            // Somebody waits: a provider that asks for more patience has failed.
            ShouldRetryAfterHeader = false,
        };
        // A code is good for one use.
        retry.DisableForUnsafeHttpMethods();
        pipeline
            .AddRetry(retry)
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(HasFailed(arguments.Outcome)),
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
            })
            .AddTimeout(tryTimeout);
    }

    // An answer that is too large is wrong, and would be so again; and so would be a refusal of ours.
    private static bool HasFailed(Outcome<HttpResponseMessage> outcome) =>
        HttpClientResiliencePredicates.IsTransient(outcome)
        && outcome.Exception is not HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
        && outcome.Exception is not HttpRequestException { InnerException: OutboundRefusedException };
}
