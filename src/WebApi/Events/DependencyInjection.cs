using CleanApi.Application.Common.Security;
using CleanApi.Application.Events;
using CleanApi.WebApi.Json;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Timeouts;

namespace CleanApi.WebApi.Events;

/// <summary>Registers the hub.</summary>
internal static class DependencyInjection
{
    private const int MaxMessage = 4_096;

    // Of what the hub sends: who may is said there.
    private static readonly string Needed = ((RequiresPermissionAttribute)RequestAccess.Of(typeof(StreamEvents))!).Permission;

    /// <summary>Adds SignalR, with the API's JSON.</summary>
    public static IServiceCollection AddEventsHub(this IServiceCollection services)
    {
        services.AddSignalR(options => (options.MaximumReceiveMessageSize, options.DisableImplicitFromServicesParameters) = (MaxMessage, true))
            .AddJsonProtocol(options => JsonSetup.Configure(options.PayloadSerializerOptions));
        return services;
    }

    /// <summary>
    /// Maps it, for WebSockets alone: whoever cannot have one has <c>/api/v1/events/stream</c>. Only for those who may read events: nobody holds a connection that can do nothing.
    /// </summary>
    public static void MapEventsHub(this IEndpointRouteBuilder routes) => routes
        .MapHub<EventsHub>(EventsHub.Path, options => (options.Transports, options.CloseOnAuthenticationExpiration) = (HttpTransportType.WebSockets, false))
        .RequireAuthorization(policy => policy.RequireAssertion(context => (context.User.Identity as CallerIdentity)?.Caller.Has(Needed) is true))
        .RequireRateLimiting(RatePolicies.Api)
        .WithMetadata(new AcceptsTicketAttribute(), new DisableRequestTimeoutAttribute(), new ExcludeFromDescriptionAttribute())
        .Add(endpoint => endpoint.RequestDelegate = LiveConnection.Around(endpoint.RequestDelegate!));
}
