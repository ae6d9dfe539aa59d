using CleanApi.Application.Posts;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Posts;

/// <summary>What the people of your organization write.</summary>
[Route(Path)]
[Tags("Posts")]
public sealed class PostsController(ISender sender) : ResourceController<PostResponse, PostResource>(sender)
{
    private const string Path = "/api/v1/posts";
    private const string OfUser = "/api/v1/users/{id}/posts";

    /// <summary>Lists posts</summary>
    /// <remarks>
    /// A page of the posts that you may read, newest first by default: what is published; members also see what they wrote themselves, administrators everything.
    /// Follow `links.next` until it is null.
    /// </remarks>
    [HttpGet(Name = "listPosts")]
    [ProducesResponseType<PageDocument<PostResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List([FromQuery] ListPosts query, CancellationToken cancellationToken) => Page(query, cancellationToken);

    /// <summary>Creates a post</summary>
    /// <remarks>A draft of yours unless `status` says PUBLISHED. Members and administrators; viewers only read. An API key writes as its owner.</remarks>
    [HttpPost(Name = "createPost")]
    [ProducesResponseType<Document<PostResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Create(CreatePost command, CancellationToken cancellationToken) => New(command, Path, cancellationToken);

    /// <summary>Lists a user's posts</summary>
    /// <remarks>A page of one user's posts that you may read, newest first by default. Follow `links.next` until it is null.</remarks>
    [HttpGet(OfUser, Name = "listUserPosts")]
    [ProducesResponseType<PageDocument<PostResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> ListOfUser(UserId id, [FromQuery] ListUserPosts query, CancellationToken cancellationToken) => Page(query.Of(id), cancellationToken);

    /// <summary>Creates a post for a user</summary>
    /// <remarks>Members create posts of their own, administrators also for others; viewers only read. It is a draft unless `status` says PUBLISHED.</remarks>
    [HttpPost(OfUser, Name = "createUserPost")]
    [ProducesResponseType<Document<PostResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> CreateOfUser(UserId id, CreateUserPost command, CancellationToken cancellationToken) =>
        New(command with { AuthorId = id }, Path, cancellationToken);

    /// <summary>Returns a post</summary>
    /// <remarks>A published post of your organization; members also get their own drafts and archived posts, administrators all. Others do not exist for you.</remarks>
    [HttpGet("{id}", Name = "getPost")]
    [ProducesResponseType<Document<PostResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(PostId id, [FromQuery] GetPost query, CancellationToken cancellationToken) => One(query.Of(id), cancellationToken);

    /// <summary>Replaces a post</summary>
    /// <remarks>
    /// Title and body are replaced; a body that is left out is emptied. What GET has returned can be sent back: `status` changes by publishing and archiving only.
    /// Members replace their own posts, administrators all.
    /// </remarks>
    [HttpPut("{id}", Name = "replacePost")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.PostArchived)]
    [ProducesResponseType<Document<PostResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Replace(PostId id, ReplacePost command, CancellationToken cancellationToken) => One(command with { Id = id }, cancellationToken);

    /// <summary>Updates a post</summary>
    /// <remarks>JSON Merge Patch (RFC 7396): absent fields stay, a body of null is emptied. Members update their own posts, administrators all.</remarks>
    [HttpPatch("{id}", Name = "updatePost")]
    [ProducesError(ErrorCodes.Conflict, Reason = ReasonCodes.PostArchived)]
    [ProducesResponseType<Document<PostResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Update(PostId id, UpdatePost command, CancellationToken cancellationToken) => One(command with { Id = id }, cancellationToken);

    /// <summary>Deletes a post</summary>
    /// <remarks>Whatever its status. Members delete their own posts, administrators all.</remarks>
    [HttpDelete("{id}", Name = "deletePost")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Delete(PostId id, CancellationToken cancellationToken) => NoContent(new DeletePost(id), cancellationToken);

    /// <summary>Publishes a post</summary>
    /// <remarks>The whole organization reads it from now on: a draft, or an archived post again. Publishing a published post changes nothing.</remarks>
    [HttpPost("{id}/publish", Name = "publishPost")]
    [ProducesResponseType<Document<PostResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Publish(PostId id, CancellationToken cancellationToken) => One(new PublishPost(id), cancellationToken);

    /// <summary>Archives a post</summary>
    /// <remarks>Only its author and administrators see it from now on, and nobody edits it until it is published again. Archiving an archived post changes nothing.</remarks>
    [HttpPost("{id}/archive", Name = "archivePost")]
    [ProducesResponseType<Document<PostResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Archive(PostId id, CancellationToken cancellationToken) => One(new ArchivePost(id), cancellationToken);
}
