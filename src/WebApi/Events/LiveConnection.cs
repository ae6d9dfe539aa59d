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
    /// <summary>What an endpoint does, in a place of its own.</summary>
    public static RequestDelegate Around(RequestDelegate next) => async http =>
    {
        using var live = http.RequestServices.GetRequiredService<ILiveCallers>().Enter(await CallerAsync(http));
        await using var ending = live.Ended.UnsafeRegister(static connection => ((HttpContext)connection!).Abort(), http);
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
