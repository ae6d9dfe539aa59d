using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>Creates a post of the caller; of an API key, of its owner.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Body">Markdown; at most 20,000 characters; empty when omitted.</param>
/// <param name="Status">DRAFT, or PUBLISHED to publish it at once.</param>
[RequiresPermission(Permissions.PostsCreate)]
[Audited("post.created")]
[InsertsOnly]
public sealed record CreatePost(
    [property: Example("Release notes")] string? Title,
    [property: Example("Lists are read by *cursor* now.")] string? Body = null,
    PostStatus Status = PostStatus.Draft) : ICommand<PostResponse>;
