using CleanApi.WebApi.Json;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CleanApi.WebApi.Events;

/// <summary>Registers the hub.</summary>
internal static class DependencyInjection
{
    private const int MaxMessage = 4_096;

    /// <summary>Adds SignalR, with the API's JSON.</summary>
    public static IServiceCollection AddEventsHub(this IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            (options.MaximumReceiveMessageSize, options.DisableImplicitFromServicesParameters) = (MaxMessage, true);
            options.AddFilter<HubRateLimiter>();
        }).AddJsonProtocol(options => JsonSetup.Configure(options.PayloadSerializerOptions));
        services.AddSingleton<HubErrors>();
        services.AddSingleton<HubRateLimiter>();
        // Of two protocols of one name, SignalR takes the last.
        services.AddSingleton<IHubProtocol, EventsHubProtocol>();
        return services;
    }

    /// <summary>
    /// Maps it, for WebSockets alone: whoever cannot have one has <c>/api/v1/events/stream</c>. Only for those who may read events, which <see cref="LiveConnection"/> sees to.
    /// </summary>
    public static void MapEventsHub(this IEndpointRouteBuilder routes) => routes
        .MapHub<EventsHub>(EventsHub.Path, options => (options.Transports, options.CloseOnAuthenticationExpiration) = (HttpTransportType.WebSockets, false))
        .RequireAuthorization()
        .RequireRateLimiting(RatePolicies.Api)
        .WithMetadata(new AcceptsTicketAttribute(), new DisableRequestTimeoutAttribute(), new ExcludeFromDescriptionAttribute())
        .Add(endpoint => endpoint.RequestDelegate = LiveConnection.Around(endpoint.RequestDelegate!));
}
