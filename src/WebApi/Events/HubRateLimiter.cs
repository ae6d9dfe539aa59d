using CleanApi.Application.Common.RateLimits;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.RateLimits;
using Microsoft.AspNetCore.SignalR;

namespace CleanApi.WebApi.Events;

/// <summary>Counts each call of the hub as a request of its caller, under the policy of the hub: whoever is connected has no other limit than whoever sends requests.</summary>
/// <param name="settings">Whether requests are limited.</param>
/// <param name="windows">Where a call is counted.</param>
/// <param name="store">Counts.</param>
/// <param name="meter">What was decided.</param>
/// <param name="clock">The clock.</param>
/// <param name="errors">What a client learns.</param>
internal sealed class HubRateLimiter(
    RateLimitSettings settings, RateLimitWindows windows, IRateLimitStore store, RateLimitMeter meter, TimeProvider clock, HubErrors errors) : IHubFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (settings.IsEnabled && invocationContext.Context.GetHttpContext() is { } http)
        {
            await CountAsync(http);
        }

        return await next(invocationContext);
    }

    private async Task CountAsync(HttpContext http)
    {
        var now = clock.GetUtcNow();
        RateLimitResult result;
        try
        {
            result = await store.CountAsync(windows.Of(http), now, CancellationToken.None);
        }
        catch (Exception exception)
        {
            throw errors.Of(exception);
        }

        meter.Decide(result);
        if (!result.IsAdmitted)
        {
            throw errors.Of(new RateLimitError(result.RetryAt - now));
        }
    }
}
