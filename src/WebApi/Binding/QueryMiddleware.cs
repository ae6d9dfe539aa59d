using Microsoft.AspNetCore.Mvc.Abstractions;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Rejects a request with a query parameter where the operation is none of a controller, such as a health check: those take none. For actions,
/// <see cref="InputFilter"/> does it. What is not in the OpenAPI document is a page or a part of one, and may be linked to with any query.
/// </summary>
internal sealed class QueryMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.QueryString.HasValue && context.GetEndpoint() is RouteEndpoint { Metadata: var metadata } && IsOperationWithoutAction(metadata))
        {
            QueryParameters.None.Check(context);
            if (InputFaults.Find(context) is { IsEmpty: false } faults)
            {
                throw faults.ToError();
            }
        }

        return next(context);
    }

    private static bool IsOperationWithoutAction(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<ActionDescriptor>() is null && metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true };
}
