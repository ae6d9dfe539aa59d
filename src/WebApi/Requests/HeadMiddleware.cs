namespace CleanApi.WebApi.Requests;

/// <summary>
/// Answers HEAD as GET without the body (RFC 9110, section 9.3.2): what follows sees a GET, and the server leaves the body out, because the request on the wire
/// was a HEAD.
/// </summary>
internal sealed class HeadMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            RequestContext.Of(context).IsHead = true;
        }

        return next(context);
    }
}
