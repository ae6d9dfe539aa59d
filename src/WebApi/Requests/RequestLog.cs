using System.Net;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// The log messages of a request. At the default level it has one line, its last, which says everything: so that nobody fills the log faster than they send
/// requests, and no line has to be found for another. A route, an actor or an organization that there is not is <c>-</c>, as in access logs.
/// </summary>
internal static partial class RequestLog
{
    [LoggerMessage(
        EventId = 1, Level = LogLevel.Debug,
        Message = "Request started {RequestId} {Method} {Url} from {Ip} with {UserAgent}{Correlated}")]
    public static partial void Started(ILogger logger, string requestId, string method, string url, IPAddress? ip, string? userAgent, string? correlated);

    [LoggerMessage(
        EventId = 2,
        Message = "Request completed {RequestId} {Status} in {Duration} ms: {Method} {Url} from {Ip} with {UserAgent}{Correlated}; {Route} by {ActorKind} {ActorId} of {OrganizationId}")]
    public static partial void Completed(
        ILogger logger, LogLevel level, string requestId, int status, double duration, string method, string url, IPAddress? ip, string? userAgent,
        string? correlated, string route, string actorKind, string actorId, string organizationId);

    [LoggerMessage(
        EventId = 3,
        Message = "Request completed {RequestId} {Status} {ErrorCode}{Cause} in {Duration} ms: {Method} {Url} from {Ip} with {UserAgent}{Correlated}; {Route} by {ActorKind} {ActorId} of {OrganizationId}")]
    public static partial void Rejected(
        ILogger logger, LogLevel level, string requestId, int status, string? errorCode, string? cause, double duration, string method, string url, IPAddress? ip,
        string? userAgent, string? correlated, string route, string actorKind, string actorId, string organizationId);

    [LoggerMessage(
        EventId = 4, Level = LogLevel.Error,
        Message = "Request failed {RequestId} {Status} {Error} in {Duration} ms: {Method} {Url} from {Ip} with {UserAgent}{Correlated}; {Route} by {ActorKind} {ActorId} of {OrganizationId}")]
    public static partial void Failed(
        ILogger logger, Exception exception, string requestId, int status, string error, double duration, string method, string url, IPAddress? ip,
        string? userAgent, string? correlated, string route, string actorKind, string actorId, string organizationId);

    [LoggerMessage(EventId = 5, Level = LogLevel.Debug, Message = "Request {RequestId} aborted by its client")]
    public static partial void Aborted(ILogger logger, string requestId);
}
