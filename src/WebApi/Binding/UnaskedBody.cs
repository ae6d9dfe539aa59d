using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Reads the body of a request to an action that takes none, as if it took an object without fields: nothing and <c>{}</c> will do, and whatever else a client
/// means by a body is refused and not passed over. That of a GET has no meaning (RFC 9110, section 9.3.1), and is left alone.
/// </summary>
internal sealed class UnaskedBody(StrictJsonInputFormatter formatter) : IAsyncResourceFilter
{
    /// <inheritdoc />
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method)
            && http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is true
            && !context.ActionDescriptor.EndpointMetadata.OfType<ReadsFileAttribute>().Any()
            && !context.ActionDescriptor.Parameters.Any(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Body))
        {
            // The faults are told together with those of path and query.
            await formatter.ReadAsync(http, typeof(Nothing));
        }

        await next();
    }

    private sealed record Nothing;
}
