using System.Diagnostics;
using System.Security.Cryptography;
using CleanApi.Domain.Common;

namespace CleanApi.WebApi.Requests;

/// <summary>A request's id, start time and correlation id. A feature of the HttpContext.</summary>
public sealed class RequestContext
{
    private const string Prefix = "req";
    private const int IdBytes = 16;

    private readonly long startedAt = Stopwatch.GetTimestamp();

    private RequestContext(string? correlationId) => CorrelationId = correlationId;

    /// <summary>
    /// The request id, <c>req_…</c>: 128 random bits, so that it reveals nothing about other requests. The same in headers, bodies, logs and the audit log.
    /// </summary>
    public string Id { get; } = NewId();

    /// <summary>The client's correlation id, if it is safe to log and echo.</summary>
    public string? CorrelationId { get; }

    /// <summary>The time since the request arrived.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(startedAt);

    /// <summary>Whether it is a HEAD, answered as a GET.</summary>
    internal bool IsHead { get; set; }

    /// <summary>Whether its client left before it had the whole response.</summary>
    internal bool IsAborted { get; set; }

    /// <summary>Whether a server error tells of what an operator has asked for: it is logged as information.</summary>
    internal bool IsExpected { get; set; }

    /// <summary>The exception of a server error, for the log.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>The error code of the response.</summary>
    internal string? ErrorCode { get; private set; }

    /// <summary>What led to the error, for the log; null when the code says it all.</summary>
    internal string? Cause { get; private set; }

    /// <summary>What kind of cause it was, in words of the program's own, of which there are not many; null when the code says it all.</summary>
    internal string? CauseKind { get; private set; }

    /// <summary>Returns the context of a request; creates it if no middleware has.</summary>
    public static RequestContext Of(HttpContext context) => context.Features.Get<RequestContext>() ?? Begin(context);

    /// <summary>Creates the context; its id becomes the trace identifier too, so that the host's logging scope contains it.</summary>
    internal static RequestContext Begin(HttpContext context)
    {
        var request = new RequestContext(CorrelationIds.Read(context.Request.Headers));
        context.Features.Set(request);
        context.TraceIdentifier = request.Id;
        return request;
    }

    /// <summary>Records the error of the request.</summary>
    internal void Fail(string errorCode, Exception? failure, string? cause = null, string? causeKind = null) =>
        (ErrorCode, Failure, Cause, CauseKind) = (errorCode, failure, cause, causeKind);

    private static string NewId()
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        RandomNumberGenerator.Fill(bytes);
        return TypeId.Format(Prefix, new Guid(bytes));
    }
}
