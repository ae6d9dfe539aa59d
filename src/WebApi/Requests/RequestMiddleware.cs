using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// The outermost middleware: assigns the request id, sets the response headers and writes the two log lines. Exceptions are logged and rethrown.
/// </summary>
public sealed class RequestMiddleware
{
    /// <summary>The logged status of a request that the client aborted; never sent.</summary>
    public const int ClientClosedRequest = 499;

    private const int MaxUserAgentLength = 200;

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
        if (logger.IsEnabled(LogLevel.Information))
        {
            LogStart(context, request);
        }

        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            RequestLog.Failed(logger, exception, request.Id, context.Response.StatusCode, exception.GetType().Name, Milliseconds(request));
            throw;
        }

        LogEnd(context.Response.StatusCode, request);
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

    private void LogStart(HttpContext context, RequestContext request) =>
        RequestLog.Started(
            logger, request.Id, Redactor.Text(context.Request.Method), Redactor.Url(context.Request.Path, context.Request.QueryString),
            context.Connection.RemoteIpAddress, Redactor.Text(context.Request.Headers.UserAgent.ToString(), MaxUserAgentLength), request.CorrelationId);

    private void LogEnd(int status, RequestContext request)
    {
        var level = status switch
        {
            ClientClosedRequest or < 400 => LogLevel.Information,
            < 500 => LogLevel.Warning,
            _ => LogLevel.Error,
        };
        if (!logger.IsEnabled(level))
        {
            return;
        }

        if (request.Failure is { } failure)
        {
            RequestLog.Failed(logger, failure, request.Id, status, request.ErrorCode ?? failure.GetType().Name, Milliseconds(request));
        }
        else if (level == LogLevel.Information)
        {
            RequestLog.Completed(logger, level, request.Id, status, Milliseconds(request));
        }
        else
        {
            RequestLog.Rejected(logger, level, request.Id, status, request.ErrorCode, Milliseconds(request));
        }
    }
}
