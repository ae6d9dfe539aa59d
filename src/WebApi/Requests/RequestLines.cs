using System.Globalization;
using CleanApi.WebApi.Logging;
using CleanApi.WebApi.Security;

namespace CleanApi.WebApi.Requests;

/// <summary>Writes the lines of <see cref="RequestLog"/>: who asked for what, from where, and what became of it.</summary>
internal sealed class RequestLines(ILogger logger, TimeProvider clock)
{
    private const int MaxUserAgent = 200;
    private const int MaxCause = 400;
    private const string None = "-";

    private readonly RepeatedRefusals repeated = new(clock);

    /// <summary>At its start, for whoever debugs.</summary>
    public void Begin(HttpContext context, string method, PathString path)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var request = RequestContext.Of(context);
            RequestLog.Started(logger, request.Id, method, Url(context, path), context.Connection.RemoteIpAddress, UserAgent(context), Correlated(request));
        }
    }

    /// <summary>At an end that was not expected, with the exception.</summary>
    public void Fail(HttpContext context, Exception exception, string error, string method, PathString path)
    {
        var request = RequestContext.Of(context);
        var (kind, actor, organization) = Actor(context);
        RequestLog.Failed(
            logger, exception, request.Id, context.Response.StatusCode, error, Milliseconds(request), method, Url(context, path), context.Connection.RemoteIpAddress,
            UserAgent(context), Correlated(request), Route(context), kind, actor, organization);
    }

    /// <summary>At its end.</summary>
    public void End(HttpContext context, string method, PathString path)
    {
        var request = RequestContext.Of(context);
        var status = request.IsAborted ? RequestMiddleware.ClientClosedRequest : context.Response.StatusCode;
        var level = Level(status, request);
        if (!logger.IsEnabled(level))
        {
            return;
        }

        if (request.Failure is { } failure)
        {
            Fail(context, failure, request.ErrorCode ?? failure.GetType().Name, method, path);
            return;
        }

        var route = Route(context);
        if (!repeated.IsLogged(status, request.ErrorCode, request.CauseKind, route, out var left))
        {
            return;
        }

        var (url, ip, userAgent) = (Url(context, path), context.Connection.RemoteIpAddress, UserAgent(context));
        var (kind, actor, organization) = Actor(context);
        if (level == LogLevel.Information)
        {
            RequestLog.Completed(
                logger, level, request.Id, status, Milliseconds(request), method, url, ip, userAgent, Correlated(request), route, kind, actor, organization);
        }
        else
        {
            RequestLog.Rejected(
                logger, level, request.Id, status, request.ErrorCode, Cause(request, left), Milliseconds(request), method, url, ip, userAgent, Correlated(request),
                route, kind, actor, organization);
        }
    }

    /// <summary>The template of the request's route; null: there is none.</summary>
    internal static string? Template(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    private static LogLevel Level(int status, RequestContext request) => status switch
    {
        RequestMiddleware.ClientClosedRequest => LogLevel.Information,
        _ when request.IsExpected => LogLevel.Information,
        // A redirect to an error page, say.
        < 400 => request.ErrorCode is null ? LogLevel.Information : LogLevel.Warning,
        < 500 => LogLevel.Warning,
        _ => LogLevel.Error,
    };

    private static string Route(HttpContext context) => Template(context) ?? None;

    private static (string Kind, string Id, string Organization) Actor(HttpContext context) => (context.User.Identity as CallerIdentity)?.Caller is { } caller
        ? caller.Match<object?, (string, string, string)>(
            null,
            static (user, _) => ("user", user.UserId.ToString(), user.OrganizationId.ToString()),
            static (key, _) => ("key", key.ApiKeyId.ToString(), key.OrganizationId.ToString()),
            static (system, _) => ("system", None, system.OrganizationId.ToString()))
        : ("anonymous", None, None);

    private static string Cause(RequestContext request, int left)
    {
        var cause = request.Cause is null ? "" : $" ({Redactor.Text(request.Cause, MaxCause)})";
        return left == 0 ? cause : string.Create(CultureInfo.InvariantCulture, $"{cause} after {left} more like it that are not logged");
    }

    private static double Milliseconds(RequestContext request) => Math.Round(request.Elapsed.TotalMilliseconds, 2);

    private static string Url(HttpContext context, PathString path) => Redactor.Url(path, context.Request.QueryString);

    private static string UserAgent(HttpContext context) => Redactor.Text(context.Request.Headers.UserAgent.ToString(), MaxUserAgent);

    private static string Correlated(RequestContext request) => request.CorrelationId is { } id ? $", correlated {id}" : "";
}
