using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>How clients are set up that ask addresses which somebody else has named.</summary>
internal static class OutboundClient
{
    /// <summary>Who has named the address of a request: their lookups of names are bounded together.</summary>
    public static readonly HttpRequestOptionsKey<string> ForWhom = new("CleanApi.ForWhom");

    private const int MaxHeaderKilobytes = 16;
    private const int MaxDrainBytes = 64 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(1);

    /// <summary>Connections by <see cref="OutboundConnector"/> alone; no redirects, cookies, proxies, trace context, spans or metrics.</summary>
    public static IHttpClientBuilder UseGuardedConnections(this IHttpClientBuilder client) => client
        .UseSocketsHttpHandler((handler, services) =>
        {
            handler.ConnectCallback = services.GetRequiredService<OutboundConnector>().ConnectAsync;
            // Whoever answers does not say where we go.
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            // A proxy would resolve the name again, itself.
            handler.UseProxy = false;
            handler.ConnectTimeout = ConnectTimeout;
            handler.PooledConnectionLifetime = ConnectionLifetime;
            handler.MaxResponseHeadersLength = MaxHeaderKilobytes;
            handler.MaxResponseDrainSize = MaxDrainBytes;
            // No span either: it would have the address.
            handler.ActivityHeadersPropagator = null;
            handler.MeterFactory = services.GetRequiredService<UnheardMeters>();
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        // They write down addresses, which may hold tokens.
        .RemoveAllLoggers();
}
