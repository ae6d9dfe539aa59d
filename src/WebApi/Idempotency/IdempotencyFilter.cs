using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanApi.WebApi.Idempotency;

/// <summary>
/// Reads <c>Idempotency-Key</c> of a POST or PATCH for the application, before the body, which the request is told apart by. A malformed one is 400, also where the
/// command takes no key. Other methods are idempotent by themselves (RFC 9110, section 9.2.2), and the header means nothing there.
/// </summary>
internal sealed class IdempotencyFilter : IResourceFilter
{
    /// <inheritdoc />
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        if ((HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPatch(http.Request.Method)) && IdempotencyKey.Read(http.Request.Headers) is { } key)
        {
            http.Features.Set(new HttpIdempotentRequest(http, key));
        }
    }

    /// <inheritdoc />
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
