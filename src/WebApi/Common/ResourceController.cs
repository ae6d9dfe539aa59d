using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Requests;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Common;

/// <summary>Sends requests and puts the responses into the envelope. A controller of a module is this and one expression an action.</summary>
/// <typeparam name="TResponse">What the application answers.</typeparam>
/// <typeparam name="TResource">What clients see of it.</typeparam>
/// <param name="sender">Sends to the application.</param>
[ApiController]
public abstract class ResourceController<TResponse, TResource>(ISender sender) : ControllerBase
    where TResponse : IVersioned
    where TResource : IResource<TResource, TResponse>
{
    // What is embedded changes without the resource: such an answer has no version.
    private const string Include = "include";

    /// <summary>Sends to the application, for what is answered in another shape.</summary>
    protected ISender Sender { get; } = sender;

    private string RequestId => RequestContext.Of(HttpContext).Id;

    /// <summary>200 with one resource, or 304 when the client has this version.</summary>
    protected Task<IActionResult> One(IRequest<TResponse> request, CancellationToken cancellationToken) => One<TResponse, TResource>(request, cancellationToken);

    /// <summary>The same, with a resource of another kind.</summary>
    protected async Task<IActionResult> One<TOther, TOtherResource>(IRequest<TOther> request, CancellationToken cancellationToken)
        where TOther : IVersioned
        where TOtherResource : IResource<TOtherResource, TOther> => Ok<TOther, TOtherResource>(await Sender.Send(request, cancellationToken));

    /// <summary>200 with a resource, or 304 when the client has this version, or 412 when a read is about another (RFC 9110, section 13.2.2).</summary>
    protected IActionResult Ok<TOther, TOtherResource>(TOther response)
        where TOther : IVersioned
        where TOtherResource : IResource<TOtherResource, TOther>
    {
        var tag = Request.Query.ContainsKey(Include) ? null : EntityTag.Of(response.Version);
        if (HttpMethods.IsGet(Request.Method) && EntityTags.IfMatch(Request)?.Contains(tag) is false)
        {
            throw new PreconditionFailedError();
        }

        if (tag is not null)
        {
            Response.Headers.ETag = tag;
            if (HttpMethods.IsGet(Request.Method) && EntityTags.IfNoneMatch(Request)?.Contains(tag) is true)
            {
                return StatusCode(StatusCodes.Status304NotModified);
            }
        }

        return new BodyResult<Document<TOtherResource>>(StatusCodes.Status200OK, Envelope(TOtherResource.Of(response)));
    }

    /// <summary>201 with the new resource and where it is.</summary>
    /// <param name="request">Creates it.</param>
    /// <param name="collection">The path below which it is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    protected Task<IActionResult> New(IRequest<TResponse> request, string collection, CancellationToken cancellationToken) =>
        New(request, TResource.Of, collection, cancellationToken);

    /// <summary>201 with the new resource, of which clients see more than later, and where it is.</summary>
    /// <param name="request">Creates it.</param>
    /// <param name="of">What the client sees of it.</param>
    /// <param name="collection">The path below which it is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    protected async Task<IActionResult> New<TCreated>(
        IRequest<TResponse> request, Func<TResponse, TCreated> of, string collection, CancellationToken cancellationToken)
        where TCreated : IResource
    {
        ArgumentNullException.ThrowIfNull(of);
        var response = await Sender.Send(request, cancellationToken);
        return Created(of(response), response, collection);
    }

    /// <summary>201 with a new resource and where it is.</summary>
    /// <param name="resource">What the client sees of it.</param>
    /// <param name="response">What the application answered.</param>
    /// <param name="collection">The path below which it is.</param>
    protected IActionResult Created<TCreated>(TCreated resource, TResponse response, string collection)
        where TCreated : IResource
    {
        Response.Headers.ETag = EntityTag.Of(response.Version);
        Response.Headers.Location = $"{collection}/{resource.GetId()}";
        return new BodyResult<Document<TCreated>>(StatusCodes.Status201Created, new(resource, new Meta(RequestId)));
    }

    /// <summary>202 with what is to be done, and goes on by itself.</summary>
    protected async Task<IActionResult> Queued(IRequest<TResponse> request, CancellationToken cancellationToken)
    {
        var response = await Sender.Send(request, cancellationToken);
        Response.Headers.ETag = EntityTag.Of(response.Version);
        return new BodyResult<Document<TResource>>(StatusCodes.Status202Accepted, Envelope(TResource.Of(response)));
    }

    /// <summary>200 with a page.</summary>
    protected async Task<IActionResult> Page(IRequest<Page<TResponse>> request, CancellationToken cancellationToken)
    {
        var page = await Sender.Send(request, cancellationToken);
        var resources = new TResource[page.Items.Count];
        for (var i = 0; i < resources.Length; i++)
        {
            resources[i] = TResource.Of(page.Items[i]);
        }

        var links = PageLinks.Of(Request, page);
        Response.Headers.Link = links.ToHeader();
        return new BodyResult<PageDocument<TResource>>(
            StatusCodes.Status200OK,
            new(resources, new(page.Total, page.PerPage, page.HasMore, page.NextCursor, page.Number, page.TotalPages, RequestId) { After = page.After }, links));
    }

    /// <summary>204.</summary>
    protected async Task<IActionResult> NoContent(IRequest<Unit> request, CancellationToken cancellationToken)
    {
        await Sender.Send(request, cancellationToken);
        return NoContent();
    }

    private Document<T> Envelope<T>(T resource)
        where T : notnull => new(resource, new Meta(RequestId));
}
