using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.WebApi.Idempotency;
using CleanApi.WebApi.Logging;
using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.Security;

/// <summary>The caller of the current HTTP request, as authenticated by the authentication handler.</summary>
internal sealed class HttpCallerContext(IHttpContextAccessor accessor) : CallerContext
{
    private const int MaxUserAgentLength = 500;

    private RequestOrigin? origin;

    /// <inheritdoc />
    public override RequestOrigin Origin => origin ??= Read(accessor.HttpContext);

    /// <inheritdoc />
    public override Preconditions Preconditions => accessor.HttpContext?.Features.Get<Preconditions>() ?? Preconditions.None;

    /// <inheritdoc />
    public override IdempotentRequest? IdempotentRequest => accessor.HttpContext?.Features.Get<HttpIdempotentRequest>();

    /// <inheritdoc />
    protected override Caller? Authenticated => (accessor.HttpContext?.User.Identity as CallerIdentity)?.Caller;

    private static RequestOrigin Read(HttpContext? http)
    {
        if (http is null)
        {
            return RequestOrigin.None;
        }

        // Redacted before it is cut, so that the cut leaves no part of a secret.
        var userAgent = Cut(Redactor.Text(http.Request.Headers.UserAgent.ToString()));
        return new RequestOrigin(
            RequestContext.Of(http).Id,
            http.Connection.RemoteIpAddress?.ToString(),
            userAgent.Length == 0 ? null : userAgent)
        {
            Operation = RequestLines.Template(http) is { } template ? $"{http.Request.Method} {template}" : null,
        };
    }

    // Never splits a surrogate pair, which PostgreSQL could not store.
    private static string Cut(string text) =>
        text.Length <= MaxUserAgentLength ? text : text[..(char.IsHighSurrogate(text[MaxUserAgentLength - 1]) ? MaxUserAgentLength - 1 : MaxUserAgentLength)];
}
