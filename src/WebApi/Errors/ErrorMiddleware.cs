using System.Diagnostics;
using CleanApi.WebApi.Pages;
using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.Errors;

/// <summary>
/// Writes every error in one format: exceptions, and bodiless error statuses of routing, authentication and MVC. Does not log: <see cref="RequestMiddleware"/>
/// writes one line per request, with the failure recorded here.
/// </summary>
internal sealed class ErrorMiddleware(RequestDelegate next, ExceptionMapper mapper, ErrorWriter writer, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            RecordAbort(context);
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await WriteErrorAsync(context, exception);
            return;
        }

        if (IsBareFailure(context.Response))
        {
            if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            {
                AddHead(context.Response.Headers);
            }

            await WriteErrorAsync(context, HttpError.FromStatus(context.Response.StatusCode, context.GetEndpoint() is not null));
        }
    }

    private static bool IsBareFailure(HttpResponse response) => response is
    {
        StatusCode: >= 400 and not RequestMiddleware.ClientClosedRequest, HasStarted: false, ContentType: null, ContentLength: null or 0,
    };

    // Routing does not know that a GET can be a HEAD.
    private static void AddHead(IHeaderDictionary headers)
    {
        var allowed = headers.Allow.ToString().Split(", ");
        if (allowed.Contains(HttpMethods.Get) && !allowed.Contains(HttpMethods.Head))
        {
            headers.Allow = string.Join(", ", [.. allowed, HttpMethods.Head]);
        }
    }

    private void RecordAbort(HttpContext context)
    {
        RequestLog.Aborted(logger, RequestContext.Of(context).Id);
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = RequestMiddleware.ClientClosedRequest;
        }
    }

    private Task WriteErrorAsync(HttpContext context, Exception exception)
    {
        var error = mapper.Map(exception);
        var isOurs = error.StatusCode >= 500;
        RequestContext.Of(context).Fail(error.Code, isOurs ? exception : null);
        if (isOurs && Activity.Current is { } activity)
        {
            activity.SetStatus(ActivityStatusCode.Error);
            activity.AddException(exception);
        }

        return ErrorPage.AppliesTo(context, error) ? ErrorPage.WriteAsync(context, error) : writer.WriteAsync(context, error);
    }
}
