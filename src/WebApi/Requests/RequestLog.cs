using System.Net;

namespace CleanApi.WebApi.Requests;

/// <summary>The log messages of a request. External text must pass through <see cref="Redactor"/> first.</summary>
internal static partial class RequestLog
{
    [LoggerMessage(
        EventId = 1, Level = LogLevel.Information,
        Message = "Request started {RequestId} {Method} {Url} from {Ip} with {UserAgent}, correlated {CorrelationId}")]
    public static partial void Started(
        ILogger logger, string requestId, string method, string url, IPAddress? ip, string? userAgent, string? correlationId);

    [LoggerMessage(EventId = 2, Message = "Request completed {RequestId} {Status} in {Duration} ms")]
    public static partial void Completed(ILogger logger, LogLevel level, string requestId, int status, double duration);

    [LoggerMessage(EventId = 3, Message = "Request completed {RequestId} {Status} {ErrorCode} in {Duration} ms")]
    public static partial void Rejected(ILogger logger, LogLevel level, string requestId, int status, string? errorCode, double duration);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "Request failed {RequestId} {Status} {Error} in {Duration} ms")]
    public static partial void Failed(ILogger logger, Exception exception, string requestId, int status, string error, double duration);

    [LoggerMessage(EventId = 5, Level = LogLevel.Debug, Message = "Request {RequestId} aborted by its client")]
    public static partial void Aborted(ILogger logger, string requestId);
}
