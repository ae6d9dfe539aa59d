using CleanApi.Application.Common.Security;
using CleanApi.Application.Events;
using CleanApi.Domain.Access;
using CleanApi.WebApi.Security;
using MediatR;

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
    public static RequestDelegate Around(RequestDelegate next) => http => RunAsync(http, next);

    private static async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        using var live = await EnterAsync(http, await CallerAsync(http));
        await using var abort = http.RequestServices.GetRequiredService<TimeProvider>()
            .CreateTimer(static connection => ((HttpContext)connection!).Abort(), http, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var ending = live.Ended.UnsafeRegister(static timer => ((ITimer)timer!).Change(Farewell, Timeout.InfiniteTimeSpan), abort);
        await next(http);
    }

    // A use case, so that whoever may not is refused, and that is recorded, as for any other request.
    private static Task<ILiveCaller> EnterAsync(HttpContext http, Caller caller) => http.RequestServices.GetRequiredService<ICallerContext>().RunAsAsync(
        caller, () => http.RequestServices.GetRequiredService<ISender>().Send(new OpenEventConnection(), http.RequestAborted));

    // A key that was read from the cache may be outdated by a change that takes nothing from it. No pipeline repeats this request, and the next check of all connections would end it.
    private static async Task<Caller> CallerAsync(HttpContext http)
    {
        var caller = ((CallerIdentity)http.User.Identity!).Caller;
        return caller is ApiKeyCaller key
            ? await http.RequestServices.GetRequiredService<IApiKeyCallerRefresher>().RefreshAsync(key, http.RequestAborted) ?? throw AccessErrors.InvalidApiKey()
            : caller;
    }
}
