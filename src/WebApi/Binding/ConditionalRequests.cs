using System.Collections.Concurrent;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Reads <c>If-Match</c> and <c>If-None-Match</c> (RFC 9110, sections 13.1.1 and 13.1.2) of a write for the unit of work; a malformed one is 400 wherever it is
/// sent. Those of a read are compared with what is read (<see cref="ResourceController{TResponse,TResource}"/>).
/// </summary>
internal sealed class ConditionalRequests(IActionDescriptorCollectionProvider actions) : IResourceFilter
{
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>Whether an action writes a resource that has a version: it replaces, changes or deletes it, or its last segment is a verb.</summary>
    public bool IsConditional(ControllerActionDescriptor action) => known.GetOrAdd(action.Id, static (_, of) => of.Filter.Find(of.Action), (Filter: this, Action: action));

    /// <summary>Whether an action's answer is a version of a resource.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="answer">What it answers.</param>
    public static bool HasVersion(string? path, Type? answer) =>
        answer is { IsGenericType: true } && answer.GetGenericTypeDefinition() == typeof(Document<>) && answer.GenericTypeArguments[0].IsAssignableTo(typeof(IResource))
        && path?.StartsWith("api/v", StringComparison.Ordinal) is true;

    /// <inheritdoc />
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (request.Headers.IfMatch.Count == 0 && request.Headers.IfNoneMatch.Count == 0)
        {
            return;
        }

        var preconditions = new Preconditions(Versions(EntityTags.IfMatch(request)), Versions(EntityTags.IfNoneMatch(request)));
        if (context.ActionDescriptor is ControllerActionDescriptor action && IsConditional(action))
        {
            context.HttpContext.Features.Set(preconditions);
        }
    }

    /// <inheritdoc />
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static VersionSet? Versions(EntityTags? tags) => tags is null ? null : new VersionSet(tags.Tags is null ? null : [.. tags.Tags.Select(EntityTag.Version).OfType<long>()]);

    private static bool Has(ControllerActionDescriptor action, string method) =>
        action.EndpointMetadata.OfType<HttpMethodMetadata>().Any(metadata => metadata.HttpMethods.Contains(method, StringComparer.Ordinal));

    private static string? Path(ControllerActionDescriptor action) => action.AttributeRouteInfo?.Template?.TrimStart('/');

    private static Type? Request(ControllerActionDescriptor action) => action.AttributeRouteInfo?.Name is { } name ? OperationRequests.Of(action, name) : null;

    private bool Find(ControllerActionDescriptor action) =>
        !Has(action, HttpMethods.Get)
        && Request(action) is { } request && request.IsDefined(typeof(AuditedAttribute), inherit: false)
        && (!Has(action, HttpMethods.Post) || IsVerb(action, request));

    // POST /users/{id}/activate continues the path of one resource, and is about that. What belongs to another module is something else below it, such as the posts
    // of a user or their password: a module never changes what is another's. What can be read under the whole path is a resource of its own.
    private bool IsVerb(ControllerActionDescriptor action, Type request)
    {
        if (Path(action) is not { } path || path.LastIndexOf('/') is not (> 0 and var end) || path[end..].Contains('{', StringComparison.Ordinal))
        {
            return false;
        }

        var reads = actions.ActionDescriptors.Items.OfType<ControllerActionDescriptor>().Where(other => Has(other, HttpMethods.Get)).ToLookup(Path, StringComparer.Ordinal);
        return !reads.Contains(path) && reads[path[..end]].Any(read =>
            string.Equals(Request(read)?.Namespace, request.Namespace, StringComparison.Ordinal)
            && read.EndpointMetadata.OfType<IApiResponseMetadataProvider>().Any(response => HasVersion(Path(read), response.Type)));
    }
}
