using System.Collections.Concurrent;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Reads <c>If-Match</c> and <c>If-None-Match</c> (RFC 9110, sections 13.1.1 and 13.1.2) of a write for the unit of work; a malformed one is 400 wherever it is
/// sent. Weak tags count: our tags identify the version of a resource and not the bytes of a response, and compressing proxies weaken them.
/// </summary>
internal sealed class ConditionalRequests : IResourceFilter
{
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    /// <summary>Whether an action writes a resource that has a version: it replaces, changes or deletes it, or its last segment is a verb.</summary>
    public static bool IsConditional(ControllerActionDescriptor action)
    {
        var methods = action.EndpointMetadata.OfType<HttpMethodMetadata>().SelectMany(metadata => metadata.HttpMethods).ToList();
        return !methods.Contains(HttpMethods.Get)
            && action.AttributeRouteInfo?.Name is { } name
            && OperationRequests.Of(action, name).IsDefined(typeof(AuditedAttribute), inherit: false)
            && (!methods.Contains(HttpMethods.Post) || IsVerb(action));
    }

    /// <inheritdoc />
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var headers = context.HttpContext.Request.Headers;
        if (headers.IfMatch.Count == 0 && headers.IfNoneMatch.Count == 0)
        {
            return;
        }

        var preconditions = new Preconditions(Parse(HeaderNames.IfMatch, headers.IfMatch), Parse(HeaderNames.IfNoneMatch, headers.IfNoneMatch));
        if (context.ActionDescriptor is ControllerActionDescriptor action && Known.GetOrAdd(action.Id, static (_, action) => IsConditional(action), action))
        {
            context.HttpContext.Features.Set(preconditions);
        }
    }

    /// <inheritdoc />
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    // POST /users/{id}/activate answers a user; POST /users/{id}/posts creates something else below one.
    private static bool IsVerb(ControllerActionDescriptor action) =>
        action.MethodInfo.GetParameters() is [{ Name: "id", ParameterType: var id }, ..]
        && action.EndpointMetadata.OfType<IApiResponseMetadataProvider>().Select(response => response.Type).Any(type =>
            type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Document<>) && type.GenericTypeArguments[0].GetProperty("Id")?.PropertyType == id);

    private static VersionSet? Parse(string name, StringValues header)
    {
        if (header.Count == 0)
        {
            return null;
        }

        return EntityTagList.Parse(header) is { } list
            ? new VersionSet(list.Tags?.Select(EntityTag.Version).OfType<long>().ToList())
            : throw new MalformedRequestError($"{name} must be * or a list of entity tags in quotes, such as \"3\"");
    }
}
