using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Marks an action that redirects: it has no body, so the Accept header is not checked. It is a step of a protocol and has effects, though it is a GET, so that
/// it is not there for HEAD.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedirectsAttribute : Attribute, IResourceFilter
{
    /// <inheritdoc />
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (RequestContext.Of(context.HttpContext).IsHead)
        {
            context.HttpContext.Response.Headers.Allow = HttpMethods.Get;
            throw HttpError.FromStatus(StatusCodes.Status405MethodNotAllowed, isRoute: true);
        }
    }

    /// <inheritdoc />
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
