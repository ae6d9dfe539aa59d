using System.Diagnostics;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Logging;
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
        catch (Exception exception) when (IsAbort(context, exception))
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
            await WriteErrorAsync(context, HttpError.FromStatus(context.Response.StatusCode, context.GetEndpoint() is not null));
        }
    }

    private static bool IsAbort(HttpContext context, Exception exception) =>
        exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested;

    private static bool IsBareFailure(HttpResponse response) => response is
    {
        StatusCode: >= 400 and not RequestMiddleware.ClientClosedRequest, HasStarted: false, ContentType: null, ContentLength: null or 0,
    };

    private void RecordAbort(HttpContext context)
    {
        var request = RequestContext.Of(context);
        request.IsAborted = true;
        RequestLog.Aborted(logger, request.Id);
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = RequestMiddleware.ClientClosedRequest;
        }
    }

    private async Task WriteErrorAsync(HttpContext context, Exception exception)
    {
        var error = mapper.Map(exception);
        var isOurs = error.StatusCode >= StatusCodes.Status500InternalServerError;
        var isUnexpected = error.Code == ErrorCodes.Internal;
        // The stack of a failure that is expected, such as a database that is away, says nothing, and fills the log.
        if (isOurs && !isUnexpected)
        {
            RequestContext.Of(context).Fail(
                error.Code, null, error.InnerException is { } inner ? Causes.Of(inner) : error.Message, error.InnerException?.GetType().Name ?? error.Message);
        }
        else
        {
            RequestContext.Of(context).Fail(error.Code, isUnexpected ? exception : null);
        }

        if (isOurs && Activity.Current is { IsAllDataRequested: true } activity)
        {
            activity.SetStatus(ActivityStatusCode.Error);
            activity.SetTag("error.type", error.Code);
            if (isUnexpected)
            {
                activity.AddException(exception);
            }
        }

        try
        {
            await (ErrorPage.AppliesTo(context, error) ? ErrorPage.WriteAsync(context, error) : writer.WriteAsync(context, error));
        }
        catch (Exception left) when (IsAbort(context, left))
        {
            RecordAbort(context);
        }
    }
}
