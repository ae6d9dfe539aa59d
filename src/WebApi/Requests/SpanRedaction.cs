using System.Diagnostics;
using CleanApi.WebApi.Logging;
using OpenTelemetry.Instrumentation.AspNetCore;

namespace CleanApi.WebApi.Requests;

/// <summary>Passes what a client writes into its request through <see cref="Redactor"/> before the request's span leaves for another system.</summary>
internal static class SpanRedaction
{
    // OpenTelemetry's semantic conventions for HTTP spans.
    private const string Path = "url.path";
    private const string Query = "url.query";
    private const string UserAgent = "user_agent.original";
    private const string Method = "http.request.method_original";

    /// <summary>Has the instrumentation do so when a span begins; without telemetry nothing happens.</summary>
    public static void Configure(AspNetCoreTraceInstrumentationOptions options) => options.EnrichWithHttpRequest = Redact;

    private static void Redact(Activity span, HttpRequest request)
    {
        // Decoded, so that percent-encoding cannot bypass the mask.
        Replace(span, Path, _ => Redactor.Text((request.PathBase + request.Path).Value));
        // The instrumentation has replaced the values. The names are the client's too: ?ada@acme.test is a name.
        Replace(span, Query, query => Redactor.Url(PathString.Empty, new QueryString(query.StartsWith('?') ? query : $"?{query}")).TrimStart('?'));
        Replace(span, UserAgent, userAgent => Redactor.Text(userAgent));
        Replace(span, Method, method => Redactor.Text(method));
    }

    // What the instrumentation does not tell is not added.
    private static void Replace(Activity span, string tag, Func<string, string> redact)
    {
        if (span.GetTagItem(tag) is string text)
        {
            span.SetTag(tag, redact(text));
        }
    }
}
