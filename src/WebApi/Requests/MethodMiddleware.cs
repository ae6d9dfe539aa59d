namespace CleanApi.WebApi.Requests;

/// <summary>
/// Answers HEAD as GET without the body (RFC 9110, section 9.3.2): what follows sees a GET, and the server leaves the body out, because the request on the wire
/// was a HEAD. Tells methods apart by their case (section 9.1), which ASP.NET Core ignores: <c>get</c> is none that anything here takes.
/// </summary>
internal sealed class MethodMiddleware(RequestDelegate next)
{
    // No token (section 5.6.2), so no method of a client: routing answers 405 with those that there are.
    private const string Unknown = "<unknown>";

    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (method is "HEAD")
        {
            context.Request.Method = HttpMethods.Get;
            RequestContext.Of(context).IsHead = true;
        }
        else if (!string.Equals(HttpMethods.GetCanonicalizedValue(method), method, StringComparison.Ordinal))
        {
            context.Request.Method = Unknown;
        }

        return next(context);
    }
}
