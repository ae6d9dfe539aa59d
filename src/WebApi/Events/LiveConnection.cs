using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.WebApi.Security;

namespace CleanApi.WebApi.Events;

/// <summary>
/// A connection's place, around the request that is the connection: taken before it is upgraded, so that a client without one is answered 429 or 503; left however it
/// ends. The connection ends with the credential that opened it, whether anything is followed or not.
/// </summary>
internal static class LiveConnection
{
    // Nothing is told any more by then; whoever follows is told why.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <summary>What an endpoint does, in a place of its own.</summary>
    public static RequestDelegate Around(RequestDelegate next) => async http =>
    {
        var caller = await CallerAsync(http);
        MfaEnrollmentRule.Require(caller);
        using var live = http.RequestServices.GetRequiredService<ILiveCallers>().Enter(caller);
        await using var abort = http.RequestServices.GetRequiredService<TimeProvider>()
            .CreateTimer(static connection => ((HttpContext)connection!).Abort(), http, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var ending = live.Ended.UnsafeRegister(static timer => ((ITimer)timer!).Change(Farewell, Timeout.InfiniteTimeSpan), abort);
        await next(http);
    };

    // A key that was read from the cache may be outdated by a change that takes nothing from it. No pipeline repeats this request, and the next check of all connections would end it.
    private static async Task<Caller> CallerAsync(HttpContext http)
    {
        var caller = ((CallerIdentity)http.User.Identity!).Caller;
        return caller is ApiKeyCaller key
            ? await http.RequestServices.GetRequiredService<IApiKeyCallerRefresher>().RefreshAsync(key, http.RequestAborted) ?? throw AccessErrors.InvalidApiKey()
            : caller;
    }
}
