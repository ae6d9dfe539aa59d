using System.Diagnostics;
using CleanApi.WebApi.Logging;
using CleanApi.WebApi.Security;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// What every span of a request has: the request's id and the organization's, and of an exception what <see cref="SafeException"/> lets pass. Exists while
/// spans are exported.
/// </summary>
internal sealed class RequestSpans : IDisposable
{
    private const string RequestId = "cleanapi.request_id";
    private const string OrganizationId = "cleanapi.organization_id";

    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = _ => true,
        ActivityStarted = Inherit,
        ActivityStopped = Redact,
        // What it adds is not added by whoever records the exception, such as Npgsql.
        ExceptionRecorder = static (Activity _, Exception exception, ref TagList tags) =>
        {
            var safe = new SafeException(exception);
            tags.Add("exception.message", safe.Message);
            tags.Add("exception.stacktrace", safe.ToString());
        },
    };

    /// <summary>Begins to listen.</summary>
    public RequestSpans() => ActivitySource.AddActivityListener(listener);

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();

    /// <summary>Names the request in its span.</summary>
    public static void Name(RequestContext request) => Tag(RequestId, request.Id);

    /// <summary>Names the caller's organization in the span of a request that is authenticated.</summary>
    public static Task NameOrganizationAsync(HttpContext context, RequestDelegate next)
    {
        if (Activity.Current is { IsAllDataRequested: true } && context.User.Identity is CallerIdentity { Caller: { } caller })
        {
            Tag(OrganizationId, caller.OrganizationId.ToString());
        }

        return next(context);
    }

    private static void Tag(string name, string value)
    {
        if (Activity.Current is { IsAllDataRequested: true } span)
        {
            span.SetTag(name, value);
        }
    }

    private static void Inherit(Activity span)
    {
        if (span is { IsAllDataRequested: true, Parent: { } parent })
        {
            Copy(RequestId);
            Copy(OrganizationId);

            void Copy(string name)
            {
                if (parent.GetTagItem(name) is { } value)
                {
                    span.SetTag(name, value);
                }
            }
        }
    }

    private static void Redact(Activity span)
    {
        if (span.StatusDescription is { Length: > 0 } text)
        {
            span.SetStatus(span.Status, Redactor.Text(text));
        }
    }
}
