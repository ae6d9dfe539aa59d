using CleanApi.Application.Posts;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Posts;

/// <summary>What the people of your organization write.</summary>
[Route("/api/v1/users/{id}/posts")]
[Tags("Posts")]
public sealed class PostsController(ISender sender) : ResourceController<PostResponse, PostResource>(sender)
{
    /// <summary>Lists a user's posts</summary>
    /// <remarks>A page of one user's posts, newest first by default. Follow `links.next` until it is null.</remarks>
    [HttpGet(Name = "listUserPosts")]
    [ProducesResponseType<PageDocument<PostResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> List(UserId id, [FromQuery] ListUserPosts query, CancellationToken cancellationToken) => Page(query.Of(id), cancellationToken);

    /// <summary>Creates a post for a user</summary>
    /// <remarks>Members create posts of their own, administrators also for others; viewers only read.</remarks>
    [HttpPost(Name = "createUserPost")]
    [ProducesResponseType<Document<PostResource>>(StatusCodes.Status201Created)]
    public Task<IActionResult> Create(UserId id, CreatePost command, CancellationToken cancellationToken) =>
        New(command with { AuthorId = id }, "/api/v1/posts", cancellationToken);

    /// <summary>Returns a post</summary>
    /// <remarks>A post of your organization, whoever wrote it.</remarks>
    [HttpGet("/api/v1/posts/{id}", Name = "getPost")]
    [ProducesResponseType<Document<PostResource>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Get(PostId id, CancellationToken cancellationToken) => One(new GetPost(id), cancellationToken);
}
