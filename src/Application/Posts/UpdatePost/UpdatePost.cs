using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>Changes a post; absent fields stay as they are (RFC 7396). Authors change their own, others need <see cref="Permissions.PostsManage"/>.</summary>
[RequiresPermission(Permissions.PostsUpdate)]
[Audited("post.updated")]
public sealed record UpdatePost : ICommand<PostResponse>
{
    /// <summary>1 to 200 characters.</summary>
    [Example("Release notes")]
    public Optional<string> Title { get; init; }

    /// <summary>Markdown; at most 20,000 characters; null empties it.</summary>
    [Example("Lists are read by *cursor* now.")]
    public Optional<string> Body { get; init; }

    /// <summary>The post; from the path.</summary>
    [JsonIgnore]
    public PostId Id { get; init; }
}
