using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Posts;

/// <summary>Creates a post of the caller, or of another user with <see cref="Permissions.PostsManage"/>.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Body">Markdown; at most 20,000 characters; empty when omitted.</param>
/// <param name="Status">DRAFT, or PUBLISHED to publish it at once.</param>
[RequiresPermission(Permissions.PostsCreate, ForOthers = Permissions.PostsManage)]
[Audited("post.created")]
public sealed record CreateUserPost(
    [property: Example("Release notes")] string? Title,
    [property: Example("Lists are read by *cursor* now.")] string? Body = null,
    PostStatus Status = PostStatus.Draft) : ICommand<PostResponse>, IAboutUser
{
    /// <summary>The author; from the path.</summary>
    [JsonIgnore]
    public UserId AuthorId { get; init; }

    UserId IAboutUser.Id => AuthorId;
}
