using System.Diagnostics;
using System.Security.Cryptography;
using CleanApi.Domain.Common;

namespace CleanApi.WebApi.Requests;

/// <summary>What is known of a request from its first moment: its id, when it began and what its caller calls it. A feature of the HttpContext.</summary>
public sealed class RequestContext
{
    private const string Prefix = "req";
    private const int IdBytes = 16;

    private readonly long startedAt = Stopwatch.GetTimestamp();

    private RequestContext(string? correlationId) => CorrelationId = correlationId;

    /// <summary>Our id, <c>req_…</c>: 128 random bits, so that it tells nothing of other requests. The same in headers, bodies, logs and audit.</summary>
    public string Id { get; } = NewId();

    /// <summary>The caller's own id, where it sent one that is safe to log and to echo.</summary>
    public string? CorrelationId { get; }

    /// <summary>Time since the request came in.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(startedAt);

    /// <summary>What failed without being the caller's fault; for the log.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>The error code that the caller was told.</summary>
    internal string? ErrorCode { get; private set; }

    /// <summary>The context of a request; begun here where no middleware has.</summary>
    public static RequestContext Of(HttpContext context) => context.Features.Get<RequestContext>() ?? Begin(context);

    /// <summary>Begins a request; its id becomes the trace identifier too, so that the host's logging scope carries it.</summary>
    internal static RequestContext Begin(HttpContext context)
    {
        var request = new RequestContext(CorrelationIds.Read(context.Request.Headers));
        context.Features.Set(request);
        context.TraceIdentifier = request.Id;
        return request;
    }

    /// <summary>Notes how the request was refused.</summary>
    internal void Fail(string errorCode, Exception? failure)
    {
        ErrorCode = errorCode;
        Failure = failure;
    }

    private static string NewId()
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        RandomNumberGenerator.Fill(bytes);
        return TypeId.Format(Prefix, new Guid(bytes));
    }
}
