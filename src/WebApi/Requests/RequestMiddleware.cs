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

    // Any token is a method, as long as the request line may be.
    private const int MaxMethod = 20;

    private static readonly StringValues[] Times = [.. Enumerable.Range(0, 250).Select(Time)];

    private readonly RequestDelegate next;
    private readonly SecurityHeaders securityHeaders;
    private readonly RequestLines lines;
    private readonly Func<object, Task> onStarting;

    /// <summary>Called once, when the pipeline is built.</summary>
    public RequestMiddleware(RequestDelegate next, SecurityHeaders securityHeaders, TimeProvider clock, ILogger<RequestMiddleware> logger)
    {
        this.next = next;
        this.securityHeaders = securityHeaders;
        lines = new RequestLines(logger, clock);
        onStarting = SetHeaders;
    }

    /// <summary>Runs a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        RequestSpans.Name(RequestContext.Begin(context));
        // Removed, so that nothing downstream trusts a client's claim of identity.
        context.Request.Headers.Remove(HttpHeaders.UserId);
        context.Response.OnStarting(onStarting, context);
        // What follows may change both: a HEAD becomes a GET, and a path loses its base.
        var (method, path) = (Redactor.Text(context.Request.Method, MaxMethod), context.Request.PathBase + context.Request.Path);
        lines.Begin(context, method, path);
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            lines.Fail(context, exception, exception.GetType().Name, method, path);
            // The host would log it a second time.
            SafeException.MarkAsLogged(exception);
            throw;
        }

        lines.End(context, method, path);
    }

    private static StringValues Time(int milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms");

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
}
