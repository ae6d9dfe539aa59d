using System.Collections.Concurrent;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Rejects a request whose Accept header cannot be satisfied before the action runs; otherwise its effects would persist behind a 406. An action that returns
/// something other than JSON declares it with [Produces].
/// </summary>
internal sealed class AcceptFilter : IResourceFilter
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    private readonly ConcurrentDictionary<string, MediaTypeCollection> producedByAction = new(StringComparer.Ordinal);

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var accept = context.HttpContext.Request.Headers.Accept;
        if (accept is [] or ["application/json" or "*/*"] || context.ActionDescriptor.EndpointMetadata.OfType<RedirectsAttribute>().Any())
        {
            return;
        }

        // A malformed header is ignored.
        if (MediaTypeHeaderValue.TryParseList(accept, out var ranges) && !Produced(context).Any(type => IsAccepted(ranges, type)))
        {
            throw HttpError.FromStatus(StatusCodes.Status406NotAcceptable, isRoute: true);
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    // Who names problem details alone means the form of errors.
    private static bool IsAccepted(IList<MediaTypeHeaderValue> ranges, string type) =>
        (AcceptWeights.Of(ranges, type) ?? (type is Json ? AcceptWeights.Of(ranges, Problem) : null)) is { Weight: > 0 };

    private MediaTypeCollection Produced(ResourceExecutingContext context) =>
        producedByAction.GetOrAdd(context.ActionDescriptor.Id, static (_, filters) =>
        {
            MediaTypeCollection types = [Json];
            foreach (var filter in filters.OfType<IApiResponseMetadataProvider>())
            {
                filter.SetContentTypes(types);
            }

            return types;
        }, context.ActionDescriptor.FilterDescriptors.Select(descriptor => descriptor.Filter));
}
