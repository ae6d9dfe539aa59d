using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CleanApi.WebApi.Edge;

/// <summary>
/// Tells an operator, once, of a sender whose <c>X-Forwarded-For</c> or <c>X-Forwarded-Proto</c> is not believed: a proxy that nobody has named makes one network of all clients.
/// It may as well be a client who makes headers up, so it is told once, and nothing else follows.
/// </summary>
internal sealed partial class UnknownProxies(RequestDelegate next, ProxySettings proxies, ILogger<UnknownProxies> logger)
{
    private bool isTold;

    /// <summary>Runs a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!isTold && IsForwarded(context.Request.Headers) && context.Connection.RemoteIpAddress is { } sender && !proxies.Knows(sender) && !Interlocked.Exchange(ref isTold, true))
        {
            Log(sender);
        }

        return next(context);
    }

    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName) || headers.ContainsKey(ForwardedHeadersDefaults.XForwardedProtoHeaderName);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "X-Forwarded-For and X-Forwarded-Proto from {Sender} are not believed, now and later. If it is a proxy of yours, name it in ForwardedHeaders__KnownProxies")]
    private partial void Log(IPAddress sender);
}
