using System.Globalization;
using CleanApi.WebApi.Logging;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// The outermost middleware: assigns the request id, sets the response headers and writes the request's log line. Exceptions are logged and rethrown.
/// </summary>
public sealed class RequestMiddleware
{
    /// <summary>The logged status of a request that the client aborted; never sent.</summary>
    public const int ClientClosedRequest = 499;

    private const int MaxUserAgent = 200;

    // Any token is a method, as long as the request line may be.
    private const int MaxMethod = 20;

    private static readonly StringValues[] Times = [.. Enumerable.Range(0, 250).Select(Time)];

    private readonly RequestDelegate next;
    private readonly SecurityHeaders securityHeaders;
    private readonly ILogger<RequestMiddleware> logger;
    private readonly Func<object, Task> onStarting;

    /// <summary>Called once, when the pipeline is built.</summary>
    public RequestMiddleware(RequestDelegate next, SecurityHeaders securityHeaders, ILogger<RequestMiddleware> logger)
    {
        this.next = next;
        this.securityHeaders = securityHeaders;
        this.logger = logger;
        onStarting = SetHeaders;
    }

    /// <summary>Runs a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = RequestContext.Begin(context);
        // Removed, so that nothing downstream trusts a client's claim of identity.
        context.Request.Headers.Remove(HttpHeaders.UserId);
        context.Response.OnStarting(onStarting, context);
        // What follows may change both: a HEAD becomes a GET, and a path loses its base.
        var (method, path) = (Redactor.Text(context.Request.Method, MaxMethod), context.Request.PathBase + context.Request.Path);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            RequestLog.Started(logger, request.Id, method, Url(context, path), context.Connection.RemoteIpAddress, UserAgent(context), Correlated(request));
        }

        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            LogFailure(context, request, exception, exception.GetType().Name, method, path);
            // The host would log it a second time.
            SafeException.MarkAsLogged(exception);
            throw;
        }

        LogEnd(context, request, method, path);
    }

    private static StringValues Time(int milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms");

    private static double Milliseconds(RequestContext request) => Math.Round(request.Elapsed.TotalMilliseconds, 2);

    private Task SetHeaders(object state)
    {
        var context = (HttpContext)state;
        var request = RequestContext.Of(context);
        var headers = context.Response.Headers;
        headers[HttpHeaders.RequestId] = request.Id;
        if (request.CorrelationId is { } correlationId)
        {
            headers[HttpHeaders.CorrelationId] = correlationId;
        }

        var elapsed = (int)request.Elapsed.TotalMilliseconds;
        headers[HttpHeaders.ResponseTime] = elapsed < Times.Length ? Times[elapsed] : Time(elapsed);
        securityHeaders.Apply(context);
        return Task.CompletedTask;
    }

    private static string Url(HttpContext context, PathString path) => Redactor.Url(path, context.Request.QueryString);

    private static string UserAgent(HttpContext context) => Redactor.Text(context.Request.Headers.UserAgent.ToString(), MaxUserAgent);

    private static string Correlated(RequestContext request) => request.CorrelationId is { } id ? $", correlated {id}" : "";

    private void LogFailure(HttpContext context, RequestContext request, Exception exception, string error, string method, PathString path) =>
        RequestLog.Failed(
            logger, exception, request.Id, context.Response.StatusCode, error, Milliseconds(request), method, Url(context, path), context.Connection.RemoteIpAddress,
            UserAgent(context), Correlated(request));

    private void LogEnd(HttpContext context, RequestContext request, string method, PathString path)
    {
        var status = request.IsAborted ? ClientClosedRequest : context.Response.StatusCode;
        var level = status switch
        {
            ClientClosedRequest => LogLevel.Information,
            // A redirect to an error page, say.
            < 400 => request.ErrorCode is null ? LogLevel.Information : LogLevel.Warning,
            < 500 => LogLevel.Warning,
            _ => LogLevel.Error,
        };
        if (!logger.IsEnabled(level))
        {
            return;
        }

        var (url, ip, userAgent) = (Url(context, path), context.Connection.RemoteIpAddress, UserAgent(context));
        if (request.Failure is { } failure)
        {
            LogFailure(context, request, failure, request.ErrorCode ?? failure.GetType().Name, method, path);
        }
        else if (level == LogLevel.Information)
        {
            RequestLog.Completed(logger, level, request.Id, status, Milliseconds(request), method, url, ip, userAgent, Correlated(request));
        }
        else
        {
            var cause = request.Cause is null ? "" : $" ({request.Cause})";
            RequestLog.Rejected(logger, level, request.Id, status, request.ErrorCode, cause, Milliseconds(request), method, url, ip, userAgent, Correlated(request));
        }
    }
}
