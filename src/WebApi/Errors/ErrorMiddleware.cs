using System.Diagnostics;
using CleanApi.WebApi.Pages;
using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.Errors;

/// <summary>
/// Answers every failure in the one shape: what was thrown, and what routing, authentication and MVC refuse with a bare status. Logs nothing of its own:
/// <see cref="RequestMiddleware"/> writes one line a request, with the failure that is noted here.
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
            GiveUp(context);
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, exception);
            return;
        }

        if (IsBareFailure(context.Response))
        {
            await AnswerAsync(context, HttpError.FromStatus(context.Response.StatusCode, context.GetEndpoint() is not null));
        }
    }

    private static bool IsBareFailure(HttpResponse response) => response is
    {
        StatusCode: >= 400 and not RequestMiddleware.ClientClosedRequest, HasStarted: false, ContentType: null, ContentLength: null or 0,
    };

    private void GiveUp(HttpContext context)
    {
        RequestLog.GivenUp(logger, RequestContext.Of(context).Id);
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = RequestMiddleware.ClientClosedRequest;
        }
    }

    private Task AnswerAsync(HttpContext context, Exception exception)
    {
        var error = mapper.Map(exception);
        var isOurs = error.StatusCode >= 500;
        RequestContext.Of(context).Fail(error.Code, isOurs ? exception : null);
        if (isOurs && Activity.Current is { } activity)
        {
            activity.SetStatus(ActivityStatusCode.Error);
            activity.AddException(exception);
        }

        return ErrorPage.IsWanted(context) ? ErrorPage.WriteAsync(context, error) : writer.WriteAsync(context, error);
    }
}
