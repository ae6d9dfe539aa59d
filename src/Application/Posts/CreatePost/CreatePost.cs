using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Posts;

/// <summary>Adds a post to a user's: one's own to oneself, anybody's only with <see cref="Permissions.PostsManage"/>.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Body">At most 20,000 characters; empty when left out.</param>
[RequiresPermission(Permissions.PostsCreate, ForOthers = Permissions.PostsManage)]
[Audited("post.created")]
public sealed record CreatePost(string? Title, string? Body = null) : ICommand<PostResponse>, IAboutUser
{
    /// <summary>Whose post it will be; from the path.</summary>
    [JsonIgnore]
    public UserId AuthorId { get; init; }

    UserId IAboutUser.Id => AuthorId;
}
