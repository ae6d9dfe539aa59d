using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>Replaces title and body of a post. All others are taken as they were read, and can be left out.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Body">Markdown; at most 20,000 characters; empty when omitted.</param>
[RequiresPermission(Permissions.PostsUpdate)]
[Audited("post.updated")]
public sealed record ReplacePost(
    [property: Example("Release notes")] string? Title,
    [property: Example("Lists are read by *cursor* now.")] string? Body = null) : ICommand<PostResponse>
{
    /// <summary>The post; from the path.</summary>
    [JsonIgnore]
    public PostId Id { get; init; }

    /// <summary>Read-only: as it was read, or left out.</summary>
    public Optional<PostStatus?> Status { get; init; }

    /// <summary>Read-only: as it was read, or left out.</summary>
    public Optional<DateTimeOffset?> CreatedAt { get; init; }

    /// <summary>Read-only: as it was read, or left out.</summary>
    public Optional<DateTimeOffset?> UpdatedAt { get; init; }
}
